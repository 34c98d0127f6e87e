/** What the API answers on one claim across outlets. */
import type { Edge } from './articleTypes';
import type { AtKind, ChainLink, CueKind, CueMode, Form, Precision, Stance } from './types';

export type Contradiction = 'CUE' | 'SOURCE' | 'MODE';

export interface Cluster {
  id: string;
  speakerId?: string | null;
  speakerName?: string | null;
  content: string;
  firstAt: string;
  firstArticleId?: string | null;
  firstOutletId?: string | null;
  firstOutletName?: string | null;
  lastAt: string;
  count: number;
  articles: number;
  outlets: number;
  independent: number;
  wordings: number;
  contradictions: Contradiction[];
}

/** One article's report of the claim. */
export interface Report {
  position: number;
  claimId: string;
  articleId: string;
  outletId?: string | null;
  outletName?: string | null;
  url?: string | null;
  at: string;
  atKind?: AtKind | null;
  publishedPrecision?: Precision | null;
  content: string;
  cue: string;
  cueLemma?: string | null;
  cueKind: CueKind;
  cueMode: CueMode;
  stance?: Stance | null;
  form: Form;
  /** Empty where the text names none. */
  source: string;
  sourceKind: 'NAMED' | 'UNNAMED' | 'NONE';
  /** The last link before the speaker: a catalogue id, else a folded name; its own outlet where it names no other. */
  from?: string | null;
  fromName?: string | null;
  /** Articles with the same text of which it is not known which is the copy. */
  twins?: string[] | null;
  lagMs?: number | null;
  /** The listed claim that this one's words were copied from. */
  originClaimId?: string | null;
  title?: string | null;
  speakerText?: string | null;
  speakerName?: string | null;
  speakerKey?: string | null;
  confidence?: number | null;
  /** From the outlet to who said it. */
  chain?: ChainLink[] | null;
}

/** An outlet that wrote of the same things in those days, and does not have the claim. */
export interface LeftOut {
  outletId: string;
  outletName?: string | null;
  /** How many articles of its own about the same things it has in those days. */
  articles: number;
  /** How many of such claims it has. */
  has: number;
  /** 0..1: of such claims, how many it has. */
  usually?: number | null;
  ofClaims?: number | null;
}

export interface ClusterWhole {
  cluster: Cluster;
  about: { entityId: string; name: string }[];
  reports: Report[];
  edges: Edge[];
  left: LeftOut[];
  /** The statement behind each list. */
  statements: Readonly<Partial<Record<'left', string>>>;
}
