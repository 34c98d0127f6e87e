/** What quotation marks and printed conversations say for certain. */
@NullMarked
package org.hearsay.claims.quotes;

import org.jspecify.annotations.NullMarked;
