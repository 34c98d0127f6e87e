/** What shows how a text is worded: terms, cues, marks, the headline. */
@NullMarked
package org.hearsay.framing.evidence;

import org.jspecify.annotations.NullMarked;
