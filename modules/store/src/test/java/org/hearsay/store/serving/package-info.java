@NullMarked
package org.hearsay.store.serving;

import org.jspecify.annotations.NullMarked;
