/** Title, byline, date, outlet and addresses, from the head of a page and from what readers see. */
@NullMarked
package org.hearsay.page.metadata;

import org.jspecify.annotations.NullMarked;
