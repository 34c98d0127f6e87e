/** What starting everything on one machine costs. */
@NullMarked
package org.hearsay.benchmarks.up;

import org.jspecify.annotations.NullMarked;
