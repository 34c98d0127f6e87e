/** What is measured from outside, in a process of its own. */
@NullMarked
package org.hearsay.benchmarks.serving;

import org.jspecify.annotations.NullMarked;
