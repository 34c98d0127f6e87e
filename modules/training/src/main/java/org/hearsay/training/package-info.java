/**
 * Trains every part of Hearsay that learns. Never shipped with the pipeline. A room a part that is
 * trained ({@code claims}, {@code roles}, {@code tone}, {@code linear}), and what they share: the
 * network, the course of a training, model files, cards, commands.
 */
@NullMarked
package org.hearsay.training;

import org.jspecify.annotations.NullMarked;
