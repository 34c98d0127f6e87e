/** What two texts have in common, word by word, and what was changed. */
@NullMarked
package org.hearsay.lineage.matching;

import org.jspecify.annotations.NullMarked;
