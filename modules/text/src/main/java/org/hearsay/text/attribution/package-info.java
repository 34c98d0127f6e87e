/** The verbs that attribute what is said to whoever said it, and what they let a reader think. */
@NullMarked
package org.hearsay.text.attribution;

import org.jspecify.annotations.NullMarked;
