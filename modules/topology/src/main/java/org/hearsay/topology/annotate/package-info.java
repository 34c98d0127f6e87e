/** The annotate stage: articles and comments to mentions, claims and framing. */
@NullMarked
package org.hearsay.topology.annotate;

import org.jspecify.annotations.NullMarked;
