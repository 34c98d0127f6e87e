/** What the API answers; the columns are the store's, under the store's names. Times are ISO 8601 in UTC. */

export type Form = 'DIRECT' | 'MIXED' | 'INDIRECT';
export type CueKind = 'SPEECH' | 'WRITING' | 'BELIEF' | 'KNOWLEDGE' | 'INTENTION' | 'DECREE' | 'OTHER';
export type CueMode = 'ASSERTED' | 'MODAL' | 'NEGATED' | 'DENIED';
export type Stance = 'NEUTRAL' | 'DOUBTING' | 'VOUCHING';
export type SpeakerKind = 'NAMED' | 'DESCRIBED' | 'ANONYMOUS' | 'PRONOUN';
/** Whose words: a mention's or a term's; a claim stands in OUTLET or READER. */
export type Voice = 'OUTLET' | 'QUOTED' | 'REPORTED' | 'READER';
export type AtKind = 'PUBLISHED' | 'FIRST_SEEN';
export type Precision = 'TIME' | 'DAY' | 'NONE';

/** Half-open, in UTF-16 code units, as JavaScript's strings count. */
export interface Span {
  start: number;
  end: number;
}

export interface ChainLink {
  role: 'PUBLISHER' | 'ORIGIN' | 'RELAY' | 'SPEAKER';
  name: string;
  text?: string | null;
  id?: string | null;
  key?: string | null;
  type?: string | null;
  /** ADDRESS stands in no answer: a step for a page of which it is not known whose it is. */
  evidenceKind: 'ADDRESS' | 'HOST' | 'SITE_METADATA' | 'TITLE' | 'PAGE_WORDS' | 'NOTICE' | 'CANONICAL_LINK' | 'MATCHING_TEXT' | 'CUE';
  evidence?: string | null;
  confidence: number;
  confirmation?: 'CONFIRMED' | 'CONTRADICTED' | null;
  verb?: string | null;
  position: number;
}

export interface ClusterOf {
  clusterId: string;
  independent: number;
  articles: number;
  outlets: number;
  originClaimId?: string | null;
}

export interface Claim {
  id: string;
  articleId: string;
  outletId?: string | null;
  outletName?: string | null;
  url?: string | null;
  title?: string | null;
  form: Form;
  within?: string | null;
  confidence: number;
  contentText: string;
  cueText: string;
  sourceText: string;
  content: Span[];
  cue: Span[];
  source: Span[];
  speakerText?: string | null;
  speakerName?: string | null;
  speakerId?: string | null;
  speakerKey?: string | null;
  speakerType?: string | null;
  speakerKind?: SpeakerKind | null;
  speakerConfidence?: number | null;
  /** Whether it was written again since it came: it stands in place of the earlier one. */
  revision?: boolean;
  hops: number;
  cueKind: CueKind;
  cueMode: CueMode;
  cueLemma?: string | null;
  stance?: Stance | null;
  denies?: boolean;
  checkWorthiness?: number | null;
  about?: string[];
  /** The names of `about`, in its order, where the server gives them. */
  aboutNames?: string[] | null;
  publishedAt?: string | null;
  publishedPrecision?: Precision | null;
  viaId?: string | null;
  viaName?: string | null;
  viaVerb?: string | null;
  voice: 'OUTLET' | 'READER';
  /** The position of the reader's comment that its spans count in. */
  comment?: number | null;
  recordedAt: string;
  chain: ChainLink[];
  at: string;
  atKind: AtKind;
  cluster?: ClusterOf | null;
  /** The paragraph around it, and where that begins; lists give it where they can. */
  sentence?: { text: string; start: number } | null;
}

/** One page of a list. */
export interface Rows<T> {
  rows: T[];
  next?: string | null;
  commit?: number;
  sql?: string;
}

export interface FacetValue {
  value: string;
  name?: string | null;
  count: number;
  chosen?: boolean;
}

export interface Facets {
  total: number;
  outlets: number;
  articles: number;
  speakers: number;
  /** How many independent reports stand behind them, where the server gives it. */
  independent?: number | null;
  facets: Record<string, FacetValue[]>;
  sql?: Record<string, string>;
}

export type By = 'hour' | 'day' | 'week' | 'month';

export interface Bucket {
  at: string;
  claims: number;
  /** All claims of that time, without the filter. */
  of: number;
}

export interface Series {
  by: By;
  buckets: Bucket[];
  /** Buckets that end after it are not over. */
  completeUntil?: string | null;
  /** How many of the claims stand where they were first seen, for want of a time of publication. */
  undated?: number;
  sql?: string;
}

/** How many claims are as sure as that: from inclusive, to exclusive but for the last. */
/** How sure claims are, and how often such were right where that was measured. */
export interface Confidence {
  bands: ConfidenceBand[];
  measured: { source: string; articles: number; atLeast: { from: number; claims: number; right: number }[] };
}

export interface ConfidenceBand {
  from: number;
  to: number;
  claims: number;
}

export type NameKind = 'OUTLET' | 'ENTITY' | 'SPEAKER' | 'RELAY' | 'CLAIM' | 'ARTICLE';

export interface KnownName {
  kind: NameKind;
  id: string;
  name: string;
  count?: number | null;
}

export interface ArticleSummary {
  id: string;
  pageUrl?: string | null;
  url?: string | null;
  outletId?: string | null;
  outletName?: string | null;
  publisher?: string | null;
  title: string;
  dek?: string | null;
  byline?: string | null;
  publishedAt?: string | null;
  publishedPrecision?: Precision | null;
  modifiedAt?: string | null;
  language?: string | null;
  section?: string | null;
  authors?: string[];
  commentCount?: number;
  partial?: string[];
  recordedAt: string;
  claims?: number;
  at: string;
  atKind: AtKind;
  bias?: number | null;
}

export interface About {
  version: string;
  commit?: number | null;
  sql: boolean;
  pages: boolean;
  claims: number;
  articles: number;
  outlets: number;
  from?: string | null;
  to?: string | null;
}

export interface SavedSearch {
  id: string;
  name: string;
  /** As the query of /api/claims. */
  filter: string;
  webhook?: Webhook | null;
  created?: string | null;
}

/** The address that is called for each new claim. */
export interface Webhook {
  url: string;
  /** How it answered last, and when; nothing before the first call. */
  lastStatus?: number | null;
  lastAt?: string | null;
  /** Why it is not reached, as long as it is not. */
  failing?: string | null;
}

export interface SavedSearches {
  items: SavedSearch[];
  /** Whether they outlast the server's process; where nothing is said they do. */
  lasting?: boolean | null;
}

/** A search that has just been saved: the secret is told this once. */
export interface NewSearch extends SavedSearch {
  secret?: string | null;
  lasting?: boolean | null;
}
