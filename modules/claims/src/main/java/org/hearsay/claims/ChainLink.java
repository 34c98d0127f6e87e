package org.hearsay.claims;

import org.jspecify.annotations.Nullable;

/**
 * One link of an attribution chain.
 *
 * @param role its place
 * @param name its canonical name, else its fullest form in the article, else as written
 * @param text as written
 * @param id its catalogue id, where it has one
 * @param evidenceKind what shows it
 * @param evidence the words or the markup that show it
 * @param confidence 0..1
 */
public record ChainLink(
    LinkRole role,
    String name,
    String text,
    @Nullable String id,
    EvidenceKind evidenceKind,
    String evidence,
    double confidence) {}
