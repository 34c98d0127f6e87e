@NullMarked
package org.hearsay.store.questions;

import org.jspecify.annotations.NullMarked;
