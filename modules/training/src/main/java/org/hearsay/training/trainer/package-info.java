/** The course of a training: batches, steps, judgements, checkpoints. */
@NullMarked
package org.hearsay.training.trainer;

import org.jspecify.annotations.NullMarked;
