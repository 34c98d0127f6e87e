/** Which of the catalogued things a name or a description means at a place, if any. */
@NullMarked
package org.hearsay.entities.linking;

import org.jspecify.annotations.NullMarked;
