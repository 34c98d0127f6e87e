/** What Lucene has not: queries and orders of our own. */
@NullMarked
package org.hearsay.store.index.lucene;

import org.jspecify.annotations.NullMarked;
