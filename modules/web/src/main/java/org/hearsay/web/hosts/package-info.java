/** By which names a server is asked, and which of them are its own. */
@NullMarked
package org.hearsay.web.hosts;

import org.jspecify.annotations.NullMarked;
