package org.hearsay.encoder;

import org.jspecify.annotations.Nullable;

/**
 * A window that was read without marks, and what was said of it.
 *
 * @param window the words
 * @param states what a middle layer says of each piece, the two that frame the window too; null
 *     where that is not known, as where the answer was remembered
 */
@SuppressWarnings("ArrayRecordComponent")
record PlainReading(Window window, float @Nullable [] states) {}
