/** Serving. */
@NullMarked
package org.hearsay.cli.serve;

import org.jspecify.annotations.NullMarked;
