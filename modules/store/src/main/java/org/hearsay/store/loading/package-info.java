/** Topics read into the store, each record once, whatever ends the process. */
@NullMarked
package org.hearsay.store.loading;

import org.jspecify.annotations.NullMarked;
