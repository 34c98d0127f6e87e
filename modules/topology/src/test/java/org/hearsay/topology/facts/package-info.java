@NullMarked
package org.hearsay.topology.facts;

import org.jspecify.annotations.NullMarked;
