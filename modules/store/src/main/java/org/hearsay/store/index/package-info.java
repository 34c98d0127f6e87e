/** Claims by what they are chosen, ordered and counted by, beside the store. */
@NullMarked
package org.hearsay.store.index;

import org.jspecify.annotations.NullMarked;
