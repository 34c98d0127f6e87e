/** Everything on one machine. */
@NullMarked
package org.hearsay.cli.up;

import org.jspecify.annotations.NullMarked;
