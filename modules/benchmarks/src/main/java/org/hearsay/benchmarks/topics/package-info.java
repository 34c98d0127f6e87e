/** What topics cost, whatever is in them. */
@NullMarked
package org.hearsay.benchmarks.topics;

import org.jspecify.annotations.NullMarked;
