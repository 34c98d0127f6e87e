@NullMarked
package org.hearsay.coverage.sameness;

import org.jspecify.annotations.NullMarked;
