/** What a fine-tuned small transformer says of words. The only package that knows ONNX Runtime. */
@NullMarked
package org.hearsay.encoder;

import org.jspecify.annotations.NullMarked;
