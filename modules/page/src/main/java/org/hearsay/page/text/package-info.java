@NullMarked
package org.hearsay.page.text;

import org.jspecify.annotations.NullMarked;
