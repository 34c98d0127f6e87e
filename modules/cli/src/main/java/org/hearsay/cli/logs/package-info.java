/** What is logged, and how a line of it is written. */
@NullMarked
package org.hearsay.cli.logs;

import org.jspecify.annotations.NullMarked;
