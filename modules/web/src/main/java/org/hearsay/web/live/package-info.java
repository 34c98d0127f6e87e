/** What comes in, to whoever listens: server-sent events. */
@NullMarked
package org.hearsay.web.live;

import org.jspecify.annotations.NullMarked;
