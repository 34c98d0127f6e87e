/** Tests of commands that run stages, with a broker. */
@NullMarked
package org.hearsay.cli.catalogue;

import org.jspecify.annotations.NullMarked;
