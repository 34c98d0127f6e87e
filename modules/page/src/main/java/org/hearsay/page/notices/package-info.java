@NullMarked
package org.hearsay.page.notices;

import org.jspecify.annotations.NullMarked;
