/** Which records go to the dead letters, and what stops the stage instead. */
@NullMarked
package org.hearsay.server.deadletters;

import org.jspecify.annotations.NullMarked;
