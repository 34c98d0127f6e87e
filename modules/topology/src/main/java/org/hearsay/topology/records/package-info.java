/** The libraries' answers as records of the public contract, and back. */
@NullMarked
package org.hearsay.topology.records;

import org.jspecify.annotations.NullMarked;
