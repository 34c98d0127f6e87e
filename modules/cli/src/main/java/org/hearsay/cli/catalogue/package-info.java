/** Commands that check, publish and show the catalogue of entities and outlets. */
@NullMarked
package org.hearsay.cli.catalogue;

import org.jspecify.annotations.NullMarked;
