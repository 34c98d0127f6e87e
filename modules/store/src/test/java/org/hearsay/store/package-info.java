@NullMarked
package org.hearsay.store;

import org.jspecify.annotations.NullMarked;
