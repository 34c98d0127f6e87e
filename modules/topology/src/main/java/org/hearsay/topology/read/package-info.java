/** The read stage: pages to articles and comments. */
@NullMarked
package org.hearsay.topology.read;

import org.jspecify.annotations.NullMarked;
