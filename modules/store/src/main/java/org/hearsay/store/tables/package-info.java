/** The tables: which there are, their columns, and how a record becomes rows of them. */
@NullMarked
package org.hearsay.store.tables;

import org.jspecify.annotations.NullMarked;
