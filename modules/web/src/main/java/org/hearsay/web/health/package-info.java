/** How well things go: stages, what comes in, and what could not be processed. */
@NullMarked
package org.hearsay.web.health;

import org.jspecify.annotations.NullMarked;
