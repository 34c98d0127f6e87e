/** Tests of what users are told. */
@NullMarked
package org.hearsay.cli.options;

import org.jspecify.annotations.NullMarked;
