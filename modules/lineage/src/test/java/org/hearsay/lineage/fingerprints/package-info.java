/** Tests of who copied whom. All texts are fiction written for these tests. */
@NullMarked
package org.hearsay.lineage.fingerprints;

import org.jspecify.annotations.NullMarked;
