/** Filters of claims that are kept, and told of by webhooks. */
@NullMarked
package org.hearsay.web.searches;

import org.jspecify.annotations.NullMarked;
