/** The trace stage: articles to the copies among them, claims to completed chains. */
@NullMarked
package org.hearsay.topology.trace;

import org.jspecify.annotations.NullMarked;
