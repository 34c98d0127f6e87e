/** Tests of training. They need the training profile, and those with a network its native code. */
@NullMarked
package org.hearsay.training;

import org.jspecify.annotations.NullMarked;
