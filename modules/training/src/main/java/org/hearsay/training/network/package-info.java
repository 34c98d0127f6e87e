/**
 * The transformer in training: its parameters, its forward pass, its optimizer. The only package
 * besides the trainers that knows DJL.
 */
@NullMarked
package org.hearsay.training.network;

import org.jspecify.annotations.NullMarked;
