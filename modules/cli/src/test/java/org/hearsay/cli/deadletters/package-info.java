/** Tests of what is done with dead letters, with a broker. */
@NullMarked
package org.hearsay.cli.deadletters;

import org.jspecify.annotations.NullMarked;
