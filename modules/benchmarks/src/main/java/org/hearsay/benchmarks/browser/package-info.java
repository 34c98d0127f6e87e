/** The dashboard in a browser, timed. */
@NullMarked
package org.hearsay.benchmarks.browser;

import org.jspecify.annotations.NullMarked;
