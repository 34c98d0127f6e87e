package org.hearsay.training.card;

import org.hearsay.training.tagger.Outcome;
import org.hearsay.training.tagger.Settings;

/**
 * How a model was made.
 *
 * @param settings how it was trained
 * @param outcome what came of it
 * @param bytes the size of its file
 */
public record Made(Settings settings, Outcome outcome, long bytes) {}
