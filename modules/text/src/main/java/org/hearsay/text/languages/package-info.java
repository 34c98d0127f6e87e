/**
 * The one loader of a language's word lists and expressions, and the lists that several libraries
 * share.
 */
@NullMarked
package org.hearsay.text.languages;

import org.jspecify.annotations.NullMarked;
