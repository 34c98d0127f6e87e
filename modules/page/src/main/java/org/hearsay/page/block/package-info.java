/**
 * A page cut into blocks, runs of text that a browser would set as one paragraph, and what the
 * names of its markup say.
 */
@NullMarked
package org.hearsay.page.block;

import org.jspecify.annotations.NullMarked;
