/** The stages as Kafka Streams topologies: they call the libraries and hold no text logic. */
@NullMarked
package org.hearsay.topology;

import org.jspecify.annotations.NullMarked;
