@NullMarked
package org.hearsay.local;

import org.jspecify.annotations.NullMarked;
