/** What is counted of one outlet, and of one catalogued thing, as SQL. */
@NullMarked
package org.hearsay.store.search.profiles;

import org.jspecify.annotations.NullMarked;
