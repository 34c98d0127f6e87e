@NullMarked
package org.hearsay.coverage.facts;

import org.jspecify.annotations.NullMarked;
