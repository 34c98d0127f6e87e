/** Tests of the generators, and of the pipeline on what they make. */
@NullMarked
package org.hearsay.benchmarks;

import org.jspecify.annotations.NullMarked;
