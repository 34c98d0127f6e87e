/** Bytes to characters: what a page's encoding is, by mark, header, declaration or guess. */
@NullMarked
package org.hearsay.page.bytes;

import org.jspecify.annotations.NullMarked;
