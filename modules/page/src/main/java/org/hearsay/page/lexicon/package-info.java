@NullMarked
package org.hearsay.page.lexicon;

import org.jspecify.annotations.NullMarked;
