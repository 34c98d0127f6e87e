/** Tests of the stages. */
@NullMarked
package org.hearsay.topology;

import org.jspecify.annotations.NullMarked;
