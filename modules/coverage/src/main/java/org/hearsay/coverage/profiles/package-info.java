/**
 * Sums over many articles: of an outlet, of a catalogued entity, and of how one outlet speaks of
 * one entity.
 */
@NullMarked
package org.hearsay.coverage.profiles;

import org.jspecify.annotations.NullMarked;
