/** Generated articles and what the pipeline makes of them. Run by hand, never shipped. */
@NullMarked
package org.hearsay.benchmarks;

import org.jspecify.annotations.NullMarked;
