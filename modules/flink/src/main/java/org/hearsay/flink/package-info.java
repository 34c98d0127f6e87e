/** Flink SQL from files, in a process of its own. */
@NullMarked
package org.hearsay.flink;

import org.jspecify.annotations.NullMarked;
