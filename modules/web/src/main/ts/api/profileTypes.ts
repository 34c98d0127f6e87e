/** What the API answers on outlets and on what is named. */
import type { MentionType, TermCategory } from './articleTypes';
import type { Precision, SpeakerKind, Stance, Voice } from './types';

export interface OutletRow {
  outletId: string;
  name?: string | null;
  country?: string | null;
  owner?: string | null;
  kind?: string | null;
  articles: number;
  claims: number;
  republished: number;
  republishedShare?: number | null;
}

/** What an outlet published in a window; windows may overlap. */
export interface OutletProfile {
  id: string;
  windowStart: string;
  windowEnd: string;
  complete: boolean;
  articles: number;
  republished: number;
  loadedPerThousand?: number | null;
  bias?: number | null;
}

export interface Shared {
  key?: string | null;
  outletId?: string | null;
  name: string;
  count: number;
  share?: number | null;
}

export interface SpeakerShare {
  key?: string | null;
  name: string;
  kind?: SpeakerKind | null;
  type?: string | null;
  claims: number;
  /** How many of them are quoted word by word, and how many in part. */
  direct: number;
  mixed: number;
  share?: number | null;
}

export interface TermCount {
  text: string;
  category: TermCategory;
  count: number;
  articles?: (string | { id: string; title?: string | null })[] | null;
}

export interface OutletWhole {
  outlet: { id: string; name?: string | null; country?: string | null; owner?: string | null; kind?: string | null };
  profiles: OutletProfile[];
  whole: {
    articles: number;
    republished: number;
    republishedShare?: number | null;
    claims: number;
    loadedPerThousand?: number | null;
    bias?: number | null;
    /** In its own voice. */
    words?: number | null;
    /** Its own articles, the newest first. */
    own?: { id: string; title?: string | null; datedAt: string; publishedAt?: string | null; publishedPrecision?: Precision | null }[] | null;
    relays: Shared[];
    origins: Shared[];
    speakers: SpeakerShare[];
    spokenOf: { entityId: string; name: string; mentions: number }[];
    verbs: { verb: string; stance?: Stance | null; count: number; share?: number | null }[];
    terms: TermCount[];
    speakerKinds: { kind: string; claims: number; share?: number | null }[];
    anonymousShare?: number | null;
    directShare?: number | null;
  };
  median: {
    republishedShare?: number | null;
    loadedPerThousand?: number | null;
    bias?: number | null;
    anonymousShare?: number | null;
    directShare?: number | null;
  };
  /** How many outlets the median is of. */
  outlets: number;
  /** How many articles each of these has at least. */
  leastArticles: number;
  sql?: string | null;
  /** The statement behind each list. */
  statements: Readonly<Record<'profiles' | 'own' | 'origins' | 'speakers' | 'speakerKinds' | 'relays' | 'spokenOf' | 'terms' | 'verbs', string>>;
}

export interface EntityRow {
  entityId: string;
  name: string;
  type?: MentionType | null;
  mentions: number;
  articles: number;
}

export interface TonePoint {
  outletId: string;
  outletName?: string | null;
  at: string;
  tone: number;
  mentions: number;
}

export interface Naming {
  text: string;
  outletId?: string | null;
  outletName?: string | null;
  voice: Voice;
  label?: string | null;
  count: number;
}

export interface EntityWhole {
  entity: { id: string; catalogued: boolean; name?: string | null; type?: MentionType | null; aliases?: string[] | null };
  tone: TonePoint[];
  toneBy: 'day' | 'week' | 'month' | 'hour';
  naming: Naming[];
  saidOf: { speakerKey: string; speakerName?: string | null; claims: number }[];
  /** How much it says itself, through whom, and in which outlets. */
  says: { claims: number; articles: number; outlets: number };
  saysThrough: { key: string; name?: string | null; claims: number }[];
  saysIn: { outletId: string; outletName?: string | null; claims: number }[];
  voices: { voice: Voice; mentions: number; tone?: number | null; toned?: number | null }[];
  outlets: { outletId: string; outletName?: string | null; mentions: number; articles: number; tone?: number | null; toned?: number | null }[];
  sql?: string | null;
  /** The statement behind each list. */
  statements: Readonly<Record<'tone' | 'naming' | 'voices' | 'outlets' | 'saidOf' | 'saysThrough' | 'saysIn', string>>;
}
