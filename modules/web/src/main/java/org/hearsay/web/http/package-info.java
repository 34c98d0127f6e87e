/** How requests are answered, whatever they ask for: routes, limits, errors, caching, security. */
@NullMarked
package org.hearsay.web.http;

import org.jspecify.annotations.NullMarked;
