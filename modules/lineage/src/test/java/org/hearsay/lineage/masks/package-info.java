/** Tests of who copied whom. All texts are fiction written for these tests. */
@NullMarked
package org.hearsay.lineage.masks;

import org.jspecify.annotations.NullMarked;
