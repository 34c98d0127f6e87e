/** Trains the models that tell the blocks of a page and the lines of a copied one apart. */
@NullMarked
package org.hearsay.training.page;

import org.jspecify.annotations.NullMarked;
