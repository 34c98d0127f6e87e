/** Reports of claims to clusters of those that say the same: the half of the profile stage. */
@NullMarked
package org.hearsay.topology.clusters;

import org.jspecify.annotations.NullMarked;
