/** Catalogue files read and put together: what is known, by id, name, host and description. */
@NullMarked
package org.hearsay.entities.catalogue;

import org.jspecify.annotations.NullMarked;
