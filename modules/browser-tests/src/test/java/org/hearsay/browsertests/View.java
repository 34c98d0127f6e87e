package org.hearsay.browsertests;

import java.util.Locale;

/** Each view, with an address at which the samples have much to show. */
enum View {
  LIVE,
  SEARCH,
  SEARCH_OF_TWO,
  SEARCH_FOR_NOTHING,
  ARTICLE,
  ARTICLE_WITH_CLAIM,
  CLAIM,
  CLAIM_OF_ONE,
  COPIES,
  COPY,
  OUTLETS,
  OUTLET,
  ENTITIES,
  ENTITY,
  SQL,
  SQL_ANSWER,
  HEALTH,
  NOWHERE;

  /** Its path and query. */
  String address(Samples samples) {
    return switch (this) {
      case LIVE -> "/live";
      case SEARCH -> "/search";
      case SEARCH_OF_TWO -> "/search?entity=kfor&vs=entity%3Dserbia&side=b";
      case SEARCH_FOR_NOTHING -> "/search?q=zzzz";
      case ARTICLE -> "/article/" + article(samples);
      case ARTICLE_WITH_CLAIM ->
          "/article/"
              + article(samples)
              + "?claim="
              + samples.firstId(
                  "/api/claims?sort=oldest&form=INDIRECT&origin=meridian-wire&article="
                      + article(samples));
      case CLAIM -> "/claim/" + samples.firstId("/api/clusters?minOutlets=3");
      case CLAIM_OF_ONE -> "/claim/of/" + samples.firstId("/api/claims?voice=READER");
      case COPIES -> "/copies";
      case COPY -> "/copies/" + samples.firstId("/api/lineage?outlet=balkan-ledger");
      case OUTLETS -> "/outlets";
      case OUTLET -> "/outlet/adriatic-courier";
      case ENTITIES -> "/entities";
      case ENTITY -> "/entity/kfor";
      case SQL -> "/sql";
      case SQL_ANSWER -> "/sql?question=relays";
      case HEALTH -> "/health";
      case NOWHERE -> "/nothing/here";
    };
  }

  private static String article(Samples samples) {
    return samples.firstId("/api/articles?outlet=adriatic-courier&q=Serbia");
  }

  /** As a part of a file's name. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
