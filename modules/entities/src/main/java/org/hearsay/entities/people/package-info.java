/** Persons by their names: titles, first names, and the full name that a surname is short for. */
@NullMarked
package org.hearsay.entities.people;

import org.jspecify.annotations.NullMarked;
