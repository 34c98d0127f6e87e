/**
 * Which articles are worth comparing word by word: by what fingerprints tell of what they share,
 * when a pair shares enough, and the comparison. Works over stores that are given, so that a stage
 * runs it on many machines and a test in memory; whatever the order in which articles come, the
 * same pairs are told.
 */
@NullMarked
package org.hearsay.lineage.candidates;

import org.jspecify.annotations.NullMarked;
