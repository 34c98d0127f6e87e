/** A store that a process holds answers other processes of the same user, over a local socket. */
@NullMarked
package org.hearsay.store.serving;

import org.jspecify.annotations.NullMarked;
