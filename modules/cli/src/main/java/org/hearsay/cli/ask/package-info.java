/** Asking: the query store, SQL, and questions that people ask. */
@NullMarked
package org.hearsay.cli.ask;

import org.jspecify.annotations.NullMarked;
