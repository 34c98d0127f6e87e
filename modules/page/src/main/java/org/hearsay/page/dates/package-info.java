/** Days, times of day and time zones as machines and people write them. */
@NullMarked
package org.hearsay.page.dates;

import org.jspecify.annotations.NullMarked;
