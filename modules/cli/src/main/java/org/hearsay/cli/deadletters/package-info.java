/** What could not be processed: listed, shown, written out, sent again. */
@NullMarked
package org.hearsay.cli.deadletters;

import org.jspecify.annotations.NullMarked;
