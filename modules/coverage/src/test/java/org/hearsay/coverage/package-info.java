/** Tests of what many articles say together. Outlets, people and claims are invented. */
@NullMarked
package org.hearsay.coverage;

import org.jspecify.annotations.NullMarked;
