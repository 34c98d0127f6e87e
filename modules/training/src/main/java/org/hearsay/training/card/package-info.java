/** The model cards: what a model is, what it was made of and how right it is. */
@NullMarked
package org.hearsay.training.card;

import org.jspecify.annotations.NullMarked;
