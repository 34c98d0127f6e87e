/** All that there is of one thing: an article, a claim across articles, a copy. */
@NullMarked
package org.hearsay.store.search.one;

import org.jspecify.annotations.NullMarked;
