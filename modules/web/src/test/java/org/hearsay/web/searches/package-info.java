/** Tests over real HTTP. */
@NullMarked
package org.hearsay.web.searches;

import org.jspecify.annotations.NullMarked;
