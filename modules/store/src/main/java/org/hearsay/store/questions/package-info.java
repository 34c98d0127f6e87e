/** Questions that people ask, as SQL with parameters. */
@NullMarked
package org.hearsay.store.questions;

import org.jspecify.annotations.NullMarked;
