/** What is counted over the whole store: names, columns, and how it fares. */
@NullMarked
package org.hearsay.store.search.figures;

import org.jspecify.annotations.NullMarked;
