/** How fast claims reach live streams. */
@NullMarked
package org.hearsay.benchmarks.live;

import org.jspecify.annotations.NullMarked;
