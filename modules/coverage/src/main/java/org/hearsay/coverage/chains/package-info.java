/** Chains of attribution, completed with the origins that matching text shows. */
@NullMarked
package org.hearsay.coverage.chains;

import org.jspecify.annotations.NullMarked;
