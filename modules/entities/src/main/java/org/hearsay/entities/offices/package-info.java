/** Offices and who held them: the president of Serbia on a day. */
@NullMarked
package org.hearsay.entities.offices;

import org.jspecify.annotations.NullMarked;
