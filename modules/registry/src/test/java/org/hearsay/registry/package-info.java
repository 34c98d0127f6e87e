@NullMarked
package org.hearsay.registry;

import org.jspecify.annotations.NullMarked;
