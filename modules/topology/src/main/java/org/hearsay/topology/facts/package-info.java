/** What stages know of articles: from the public contract, and in the form in which it is kept. */
@NullMarked
package org.hearsay.topology.facts;

import org.jspecify.annotations.NullMarked;
