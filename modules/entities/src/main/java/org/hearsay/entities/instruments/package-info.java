/** Resolutions, treaties and acts, by how they are written. */
@NullMarked
package org.hearsay.entities.instruments;

import org.jspecify.annotations.NullMarked;
