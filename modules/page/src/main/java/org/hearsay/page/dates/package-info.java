@NullMarked
package org.hearsay.page.dates;

import org.jspecify.annotations.NullMarked;
