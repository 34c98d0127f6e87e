/** Sending to addresses that others named, without reaching into one's own network. */
@NullMarked
package org.hearsay.sources.guarded;

import org.jspecify.annotations.NullMarked;
