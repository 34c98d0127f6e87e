/** Articles, their framing and the copies among them to profiles in windows. */
@NullMarked
package org.hearsay.topology.profile;

import org.jspecify.annotations.NullMarked;
