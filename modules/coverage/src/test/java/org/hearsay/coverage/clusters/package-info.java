@NullMarked
package org.hearsay.coverage.clusters;

import org.jspecify.annotations.NullMarked;
