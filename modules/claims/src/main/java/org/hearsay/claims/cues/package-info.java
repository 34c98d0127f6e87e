/** What kind of act a cue words, and whether it took place. */
@NullMarked
package org.hearsay.claims.cues;

import org.jspecify.annotations.NullMarked;
