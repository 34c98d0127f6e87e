/**
 * Readers' comments: where they stand, where one ends and the next begins, who wrote each and when.
 */
@NullMarked
package org.hearsay.page.comments;

import org.jspecify.annotations.NullMarked;
