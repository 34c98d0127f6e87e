/**
 * What lists are searched by: filters, facets and series over the tables, as SQL. Whoever asks
 * names filters and values; which columns and tables they are is known here alone.
 */
@NullMarked
package org.hearsay.store.search;

import org.jspecify.annotations.NullMarked;
