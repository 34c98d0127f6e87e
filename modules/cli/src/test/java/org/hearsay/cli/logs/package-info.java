/** Lines of the log. */
@NullMarked
package org.hearsay.cli.logs;

import org.jspecify.annotations.NullMarked;
