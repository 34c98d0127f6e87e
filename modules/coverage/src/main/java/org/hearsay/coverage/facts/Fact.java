package org.hearsay.coverage.facts;

/**
 * One thing that is known of an article. Facts come in any order, come again, and replace an
 * earlier state of themselves.
 */
public sealed interface Fact
    permits ArticleSummary, TextFraming, ReportedClaim, ClaimList, CopyEdge {}
