/** What is counted over a text: voices, sources, how things are called. */
@NullMarked
package org.hearsay.framing.tallies;

import org.jspecify.annotations.NullMarked;
