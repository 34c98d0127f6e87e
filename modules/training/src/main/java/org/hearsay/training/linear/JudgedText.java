package org.hearsay.training.linear;

/**
 * A text that people judged.
 *
 * @param text one sentence, as a rule
 * @param positive whether they said so of it
 * @param group what is kept whole in folds: its outlet, its debate
 */
public record JudgedText(String text, boolean positive, String group) {}
