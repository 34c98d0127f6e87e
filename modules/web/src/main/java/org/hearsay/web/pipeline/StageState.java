package org.hearsay.web.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * How a stage is.
 *
 * @param name its name
 * @param state its application's state, as Kafka Streams names it, such as {@code RUNNING}
 * @param live whether it has neither failed nor ended
 * @param ready whether it takes records of all its partitions
 * @param lag how many records it has not taken yet, as far as it knows
 * @param detail what it waits for, where it does
 */
public record StageState(
    String name, String state, boolean live, boolean ready, long lag, @Nullable String detail) {}
