/** What the API answers on one article, whole, and on the copies of articles. */
import type { ArticleSummary, AtKind, Claim, Precision, Span, Voice } from './types';

export type MentionType =
  | 'PERSON'
  | 'ORGANIZATION'
  | 'COUNTRY'
  | 'PLACE'
  | 'NATIONALITY'
  | 'OUTLET'
  | 'MISSION'
  | 'LEGAL_INSTRUMENT'
  | 'EVENT'
  | 'TITLE'
  | 'OTHER';

export interface Mention extends Span {
  id: string;
  articleId: string;
  entityId?: string | null;
  /** The entity's id, else name: and the folded name. */
  clusterId?: string | null;
  name: string;
  type: MentionType;
  text: string;
  voice: Voice;
  confidence: number;
  /** -1 (badly) to 1 (well). */
  tone?: number | null;
  /** The position of the reader's comment that its span counts in. */
  comment?: number | null;
  claimId?: string | null;
}

export type TermCategory =
  | 'LOADED'
  | 'LABEL'
  | 'SCARE_QUOTE'
  | 'HEDGE'
  | 'BOOSTER'
  | 'FACTIVE'
  | 'ASSERTIVE'
  | 'JUDGING_VERB'
  | 'UNATTRIBUTED'
  | 'ANONYMOUS_SOURCE'
  | 'AGENTLESS_PASSIVE'
  | 'HEADLINE';

export interface Term extends Span {
  comment?: number | null;
  part: 'BODY' | 'TITLE';
  text: string;
  category: TermCategory;
  voice: Voice;
  weight: number;
  negated: boolean;
  reason: string;
}

export interface MovedWord extends Span {
  text: string;
  voice: Voice;
  by: number;
}

export interface SentenceBias extends Span {
  comment?: number | null;
  position: number;
  voice: Voice;
  bias: number;
  /** The words that moved it most, the strongest first. */
  moved?: MovedWord[] | null;
}

export interface ReaderComment {
  position: number;
  author?: string | null;
  text: string;
  postedAt?: string | null;
  replyTo?: number | null;
}

export interface Notice {
  position: number;
  kind: 'REPUBLISHED_FROM' | 'AGENCY_CREDIT' | 'CANONICAL_ELSEWHERE';
  name: string;
  outletId?: string | null;
  evidence: string;
  url?: string | null;
}

export type CopyKind = 'WHOLE' | 'ABRIDGED' | 'EXTENDED' | 'PASSAGES';
export type CopyDirection = 'DECLARED' | 'PUBLISHED' | 'FIRST_SEEN' | 'THROUGH_OTHERS' | 'UNDECIDED';

/** One article copied from another; where `direction` is UNDECIDED the two only share their text. */
export interface Edge {
  id: string;
  articleId: string;
  originId: string;
  outletId?: string | null;
  outletName?: string | null;
  url?: string | null;
  originOutletId?: string | null;
  originOutletName?: string | null;
  originUrl?: string | null;
  kind: CopyKind;
  direction: CopyDirection;
  contradicted?: boolean;
  publishedAt?: string | null;
  originPublishedAt?: string | null;
  firstSeen?: string | null;
  originFirstSeen?: string | null;
  words?: number;
  originWords?: number;
  containment: number;
  originContainment?: number;
  longestRun?: number;
  title?: string | null;
  originTitle?: string | null;
  dek?: string | null;
  originDek?: string | null;
  /** Where `direction` is UNDECIDED, but articles between the two say which is the copy: its id. */
  copyByOthers?: string | null;
}

export interface Passage {
  position: number;
  start: number;
  end: number;
  originStart: number;
  originEnd: number;
  words: number;
}

export interface ArticleText extends ArticleSummary {
  body: string;
  paragraphs: Span[];
}

export interface ArticleWhole {
  article: ArticleText;
  claims: Claim[];
  mentions: Mention[];
  terms: Term[];
  sentences: SentenceBias[];
  comments: ReaderComment[];
  notices?: Notice[] | null;
  copiedFrom: Edge[];
  copies: Edge[];
  framing?: { bias?: number | null; commentBias?: number | null } | null;
  annotationPartial?: string[] | null;
  words?: Partial<Record<Voice, number>> | null;
  sql?: string | null;
}

export interface EdgeWhole {
  edge: Edge;
  passages: Passage[];
  /** Null where the article is no longer kept. */
  copy?: ArticleText | null;
  origin?: ArticleText | null;
  sql?: string | null;
}

export interface CopyGraph {
  nodes: ArticleSummary[];
  edges: Edge[];
  truncated?: boolean;
  sql?: string | null;
}

export type { AtKind, Precision };
