@NullMarked
package org.hearsay.page.bytes;

import org.jspecify.annotations.NullMarked;
