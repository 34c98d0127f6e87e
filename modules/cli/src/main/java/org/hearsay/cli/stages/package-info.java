/** Commands that run stages, on a cluster or all on this machine. */
@NullMarked
package org.hearsay.cli.stages;

import org.jspecify.annotations.NullMarked;
