/** What pages cost that are long, or of a kind that hurts. */
@NullMarked
package org.hearsay.benchmarks.longpages;

import org.jspecify.annotations.NullMarked;
