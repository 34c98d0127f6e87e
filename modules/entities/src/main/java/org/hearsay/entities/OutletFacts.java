package org.hearsay.entities;

import org.jspecify.annotations.Nullable;

/**
 * What is commonly known of an outlet.
 *
 * @param agency whether it is a news agency
 * @param country the id of the country that it is published in, or null
 * @param language the ISO 639-1 code of the language that it publishes in, or null
 * @param kind what it is: newspaper, magazine, broadcaster, agency, online; or null
 * @param owner who owns it where that is commonly documented: state, public (a public-service
 *     broadcaster), party or private; or null
 */
public record OutletFacts(
    boolean agency,
    @Nullable String country,
    @Nullable String language,
    @Nullable String kind,
    @Nullable String owner) {}
