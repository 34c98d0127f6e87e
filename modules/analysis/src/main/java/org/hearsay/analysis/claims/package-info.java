/** The claims of one text: with ids, whole chains, and what is asked of them most. */
@NullMarked
package org.hearsay.analysis.claims;

import org.jspecify.annotations.NullMarked;
