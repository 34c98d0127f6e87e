/** Tests of scoring. */
@NullMarked
package org.hearsay.cli.evaluate;

import org.jspecify.annotations.NullMarked;
