/** Notices: text that says where an article came from. */
@NullMarked
package org.hearsay.page.notices;

import org.jspecify.annotations.NullMarked;
