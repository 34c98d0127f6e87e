@NullMarked
package org.hearsay.topology.profile;

import org.jspecify.annotations.NullMarked;
