@NullMarked
package org.hearsay.coverage.chains;

import org.jspecify.annotations.NullMarked;
