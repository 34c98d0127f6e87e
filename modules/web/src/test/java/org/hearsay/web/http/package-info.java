/** Tests over real HTTP. */
@NullMarked
package org.hearsay.web.http;

import org.jspecify.annotations.NullMarked;
