package org.hearsay.claims.relays;

import org.hearsay.text.Span;

/**
 * An outlet that passed a claim on.
 *
 * @param outlet its name as written
 * @param evidence the words that show it
 */
public record Relay(Span outlet, Span evidence) {}
