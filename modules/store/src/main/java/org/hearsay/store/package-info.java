/** The query store: what the topics hold, as tables that answer SQL. Only this knows DuckDB. */
@NullMarked
package org.hearsay.store;

import org.jspecify.annotations.NullMarked;
