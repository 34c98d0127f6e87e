/** What one may look for by name, as it is typed. */
@NullMarked
package org.hearsay.web.names;

import org.jspecify.annotations.NullMarked;
