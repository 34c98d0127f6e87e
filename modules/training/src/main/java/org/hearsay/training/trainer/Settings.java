package org.hearsay.training.trainer;

/**
 * How to train.
 *
 * @param epochs how often every example is read
 * @param minutes the longest that the training may take, of which the learning rate's way down is
 *     part; {@link Double#POSITIVE_INFINITY} for as long as the epochs take
 * @param seed of everything random
 * @param batchPieces the most pieces of a batch, padding included
 * @param rate the highest learning rate
 * @param warmUp the share of the training in which the rate rises, 0..1
 * @param dropout the share of numbers that are dropped in training, 0..1
 * @param markedShare the share of the marked windows that an epoch reads, chosen at random, 0..1
 * @param cueWeight how much a word of a plain window counts against one of a marked window
 * @param validation the share of the articles that is kept from the training to judge it, 0..1
 * @param evaluations how often the training is judged, evenly spread; 1 or more
 * @param patience after how many judgements in a row without a better one training ends
 */
public record Settings(
    double epochs,
    double minutes,
    long seed,
    int batchPieces,
    double rate,
    double warmUp,
    double dropout,
    double markedShare,
    double cueWeight,
    double validation,
    int evaluations,
    int patience) {}
