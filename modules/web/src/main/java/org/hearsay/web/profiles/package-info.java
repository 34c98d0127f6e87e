/** What is counted of one outlet, and of one catalogued thing. */
@NullMarked
package org.hearsay.web.profiles;

import org.jspecify.annotations.NullMarked;
