@NullMarked
package org.hearsay.page.block;

import org.jspecify.annotations.NullMarked;
