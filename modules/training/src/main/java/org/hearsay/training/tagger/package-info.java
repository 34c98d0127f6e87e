/** The course of a training: batches, steps, judgements, checkpoints. */
@NullMarked
package org.hearsay.training.tagger;

import org.jspecify.annotations.NullMarked;
