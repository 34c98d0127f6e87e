/** The one catalogue of topics. No Kafka. */
@NullMarked
package org.hearsay.records.topics;

import org.jspecify.annotations.NullMarked;
