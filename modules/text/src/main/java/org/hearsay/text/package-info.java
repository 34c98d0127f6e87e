/**
 * Spans, folding and ids that every library shares, the loader of what belongs to a language, and
 * the lexicon of attributing verbs. Depends on nothing.
 */
@NullMarked
package org.hearsay.text;

import org.jspecify.annotations.NullMarked;
