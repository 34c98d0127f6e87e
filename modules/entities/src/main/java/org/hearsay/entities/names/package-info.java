/** Catalogued names looked for in a text: as they are, in small letters, in another case. */
@NullMarked
package org.hearsay.entities.names;

import org.jspecify.annotations.NullMarked;
