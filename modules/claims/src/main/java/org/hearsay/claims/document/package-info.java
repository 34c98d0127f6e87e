/** The text with its names, and what its words say of outlets and persons. */
@NullMarked
package org.hearsay.claims.document;

import org.jspecify.annotations.NullMarked;
