/** Reads a page with markup. */
@NullMarked
package org.hearsay.page.html;

import org.jspecify.annotations.NullMarked;
