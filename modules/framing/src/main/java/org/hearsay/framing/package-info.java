/**
 * How a text words what it tells: whose voice each span stands in, and the wording that slants it.
 * It flags wording; it does not find truth. No Kafka.
 */
@NullMarked
package org.hearsay.framing;

import org.jspecify.annotations.NullMarked;
