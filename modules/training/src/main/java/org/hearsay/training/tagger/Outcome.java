package org.hearsay.training.tagger;

import org.hearsay.training.network.Weights;

/**
 * What came of a training.
 *
 * @param weights the best weights
 * @param loss what they were judged by: less is better
 * @param steps how many steps were made
 * @param corrections how many mistaken cues were trained on
 * @param epochs how much of the data was read, 1 for all of it once
 * @param seconds how long it took
 */
public record Outcome(
    Weights weights, double loss, long steps, long corrections, double epochs, double seconds) {}
