/** Trains the encoder's models. The only package that knows DJL; never shipped. */
@NullMarked
package org.hearsay.training;

import org.jspecify.annotations.NullMarked;
