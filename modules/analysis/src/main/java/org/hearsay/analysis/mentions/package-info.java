/** The mentions of one text: whom they mean, in whose voice, and in which tone. */
@NullMarked
package org.hearsay.analysis.mentions;

import org.jspecify.annotations.NullMarked;
