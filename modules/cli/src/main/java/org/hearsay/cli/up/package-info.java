/** The command that runs everything on this machine, in a folder that lasts. */
@NullMarked
package org.hearsay.cli.up;

import org.jspecify.annotations.NullMarked;
