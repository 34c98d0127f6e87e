/** Tests over real HTTP. */
@NullMarked
package org.hearsay.web.live;

import org.jspecify.annotations.NullMarked;
