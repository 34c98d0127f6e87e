@NullMarked
package org.hearsay.coverage.profiles;

import org.jspecify.annotations.NullMarked;
