@NullMarked
package org.hearsay.page.comments;

import org.jspecify.annotations.NullMarked;
