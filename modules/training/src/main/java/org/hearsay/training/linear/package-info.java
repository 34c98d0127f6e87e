/**
 * Trains linear models on what the sentence encoder says. The only package that knows liblinear.
 */
@NullMarked
package org.hearsay.training.linear;

import org.jspecify.annotations.NullMarked;
