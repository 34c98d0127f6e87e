/**
 * What fine-tuned small transformers say of a paragraph's words: its cues, their sources and
 * contents, the tone toward a name. The only package that knows ONNX Runtime.
 */
@NullMarked
package org.hearsay.encoder;

import org.jspecify.annotations.NullMarked;
