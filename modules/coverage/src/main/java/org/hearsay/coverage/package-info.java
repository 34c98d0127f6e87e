/**
 * What many articles say together, over what is remembered in {@link org.hearsay.lineage.TimedStore
 * stores}: chains completed, claims clustered, profiles summed. No Kafka, no models.
 */
@NullMarked
package org.hearsay.coverage;

import org.jspecify.annotations.NullMarked;
