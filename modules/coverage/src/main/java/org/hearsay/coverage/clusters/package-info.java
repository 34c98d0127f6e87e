/** Claims that several articles report, put together: who had it first, in whose words. */
@NullMarked
package org.hearsay.coverage.clusters;

import org.jspecify.annotations.NullMarked;
