package org.hearsay.cli.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.records.Article;
import org.hearsay.records.Claim;
import org.hearsay.records.ClaimCluster;
import org.hearsay.records.OutletProfile;
import org.hearsay.records.Republication;

/**
 * What the stages wrote of the sample pages.
 *
 * @param articles by id
 * @param claims by id
 * @param rejected why, by the key of what was rejected
 * @param edges by id: who copied whom
 * @param profiles by id: what each outlet published, and how
 * @param clusters by id: claims that several articles report
 */
record DemoResults(
    Map<String, Article> articles,
    Map<String, Claim> claims,
    Map<String, String> rejected,
    Map<String, Republication> edges,
    Map<String, OutletProfile> profiles,
    Map<String, ClaimCluster> clusters) {

  /** Nothing yet. */
  static DemoResults empty() {
    return new DemoResults(
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }
}
