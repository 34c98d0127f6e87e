package org.hearsay.framing;

/**
 * An outlet that a text has claims from.
 *
 * @param outletId its catalogue id
 * @param name its name
 * @param claims how many claims have it as a relay
 */
public record OutletCitation(String outletId, String name, int claims) {}
