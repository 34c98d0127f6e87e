/**
 * The learned model that tells the article's blocks from the readers' and from the rest, and the
 * numbers that it is told of a block.
 */
@NullMarked
package org.hearsay.page.model;

import org.jspecify.annotations.NullMarked;
