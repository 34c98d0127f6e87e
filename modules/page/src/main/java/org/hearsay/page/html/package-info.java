@NullMarked
package org.hearsay.page.html;

import org.jspecify.annotations.NullMarked;
