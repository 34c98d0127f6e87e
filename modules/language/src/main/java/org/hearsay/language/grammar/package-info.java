/** What words are in their sentences, whatever the language and its tagger. */
@NullMarked
package org.hearsay.language.grammar;

import org.jspecify.annotations.NullMarked;
