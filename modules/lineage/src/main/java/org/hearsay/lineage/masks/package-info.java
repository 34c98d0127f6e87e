/** Which words of a text are its writer's own: quotations, credits and stock phrases are masked. */
@NullMarked
package org.hearsay.lineage.masks;

import org.jspecify.annotations.NullMarked;
