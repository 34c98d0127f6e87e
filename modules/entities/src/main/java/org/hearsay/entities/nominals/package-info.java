/** What things are called once they are named: the alliance, the minister, the group. */
@NullMarked
package org.hearsay.entities.nominals;

import org.jspecify.annotations.NullMarked;
