/** Tests of the stages. */
@NullMarked
package org.hearsay.topology.records;

import org.jspecify.annotations.NullMarked;
