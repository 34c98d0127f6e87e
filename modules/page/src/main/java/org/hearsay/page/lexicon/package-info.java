/**
 * Words and expressions of all languages, read from the folders beside this package, and what they
 * say of a line: its kind, its shape, a text's language.
 */
@NullMarked
package org.hearsay.page.lexicon;

import org.jspecify.annotations.NullMarked;
