/** Filters as feeds, for programs that look now and then. */
@NullMarked
package org.hearsay.web.feeds;

import org.jspecify.annotations.NullMarked;
