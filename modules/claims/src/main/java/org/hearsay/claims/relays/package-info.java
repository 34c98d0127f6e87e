/** Through whom a claim came to the page. */
@NullMarked
package org.hearsay.claims.relays;

import org.jspecify.annotations.NullMarked;
