/**
 * What a small encoder trained on meaning says of sentences and short texts, and the linear models
 * that answer questions from it.
 */
@NullMarked
package org.hearsay.encoder.sentences;

import org.jspecify.annotations.NullMarked;
