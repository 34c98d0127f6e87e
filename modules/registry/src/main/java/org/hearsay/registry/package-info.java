/**
 * Avro records in Kafka topics, with their schemas in a Confluent Schema Registry or a compatible
 * one.
 */
@NullMarked
package org.hearsay.registry;

import org.jspecify.annotations.NullMarked;
