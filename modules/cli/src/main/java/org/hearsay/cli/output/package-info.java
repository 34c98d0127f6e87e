/** What is printed: JSON of an analysis, rows of tables. */
@NullMarked
package org.hearsay.cli.output;

import org.jspecify.annotations.NullMarked;
