/**
 * What people annotated of mentions, as examples for the model of tone, and how right one is about
 * them.
 */
@NullMarked
package org.hearsay.training.tone;

import org.jspecify.annotations.NullMarked;
