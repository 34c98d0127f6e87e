/** What makes two claims the same: their words, what they mean, and what they disagree in. */
@NullMarked
package org.hearsay.coverage.sameness;

import org.jspecify.annotations.NullMarked;
