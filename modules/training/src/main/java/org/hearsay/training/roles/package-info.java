/** Trains the layers that tell a cue's source and content from the middle of a claim tagger on. */
@NullMarked
package org.hearsay.training.roles;

import org.jspecify.annotations.NullMarked;
