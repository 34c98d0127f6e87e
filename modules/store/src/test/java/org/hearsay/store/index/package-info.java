@NullMarked
package org.hearsay.store.index;

import org.jspecify.annotations.NullMarked;
