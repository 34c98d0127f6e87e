@NullMarked
package org.hearsay.page.metadata;

import org.jspecify.annotations.NullMarked;
