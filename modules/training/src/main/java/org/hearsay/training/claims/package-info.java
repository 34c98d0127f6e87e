/**
 * What people annotated of articles, as examples for the claim tagger, and how right a tagger is
 * about them.
 */
@NullMarked
package org.hearsay.training.claims;

import org.jspecify.annotations.NullMarked;
