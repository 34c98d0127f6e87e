package org.hearsay.page;

/** What a notice says of where the article came from. */
public enum NoticeKind {
  /** "Originally published on X", "Republished with permission from X", "via X". */
  REPUBLISHED_FROM,
  /** A news agency's credit: "(Reuters) -", "With AP", "© AFP". */
  AGENCY_CREDIT,
  /** A canonical link to another host. */
  CANONICAL_ELSEWHERE
}
