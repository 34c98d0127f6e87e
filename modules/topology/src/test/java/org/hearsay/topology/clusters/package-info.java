@NullMarked
package org.hearsay.topology.clusters;

import org.jspecify.annotations.NullMarked;
