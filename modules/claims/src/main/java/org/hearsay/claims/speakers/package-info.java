/** Who a source is, and who only is spoken to. */
@NullMarked
package org.hearsay.claims.speakers;

import org.jspecify.annotations.NullMarked;
