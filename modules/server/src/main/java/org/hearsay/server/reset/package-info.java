/** Stages that forget what they keep on the cluster. */
@NullMarked
package org.hearsay.server.reset;

import org.jspecify.annotations.NullMarked;
