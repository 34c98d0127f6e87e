/** Reads a page without markup, as copied from a browser. */
@NullMarked
package org.hearsay.page.text;

import org.jspecify.annotations.NullMarked;
