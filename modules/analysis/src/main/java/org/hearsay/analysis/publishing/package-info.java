/** Who publishes an article and where it came from, by its page and the catalogue. */
@NullMarked
package org.hearsay.analysis.publishing;

import org.jspecify.annotations.NullMarked;
