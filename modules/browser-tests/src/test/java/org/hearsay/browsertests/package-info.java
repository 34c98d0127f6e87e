/** The dashboard in a real browser. */
@NullMarked
package org.hearsay.browsertests;

import org.jspecify.annotations.NullMarked;
