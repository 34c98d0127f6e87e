/** Commands that score Hearsay against what people marked. */
@NullMarked
package org.hearsay.cli.evaluate;

import org.jspecify.annotations.NullMarked;
