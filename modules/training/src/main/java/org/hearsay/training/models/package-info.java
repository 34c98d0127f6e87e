/**
 * Model files: the weights that training starts from, the ONNX graphs that the encoder runs,
 * safetensors.
 */
@NullMarked
package org.hearsay.training.models;

import org.jspecify.annotations.NullMarked;
