/** Tests of what is printed. */
@NullMarked
package org.hearsay.cli.output;

import org.jspecify.annotations.NullMarked;
