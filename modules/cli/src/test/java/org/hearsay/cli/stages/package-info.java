/** Tests of commands that run stages, with a broker. */
@NullMarked
package org.hearsay.cli.stages;

import org.jspecify.annotations.NullMarked;
