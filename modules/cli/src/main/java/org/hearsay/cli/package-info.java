/** The command {@code hearsay}. */
@NullMarked
package org.hearsay.cli;

import org.jspecify.annotations.NullMarked;
