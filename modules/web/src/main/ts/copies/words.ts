import type { CopyDirection, CopyKind, Edge } from '../api/articleTypes';
import type { ArticleSummary } from '../api/types';
import { clock, day, dayAndClock, shortDay } from '../ui/time';

export const KIND: Readonly<Record<CopyKind, string>> = {
  WHOLE: 'whole',
  ABRIDGED: 'abridged',
  EXTENDED: 'extended',
  PASSAGES: 'passages',
};

export const KIND_LONG: Readonly<Record<CopyKind, string>> = {
  WHOLE: 'The whole text was taken over.',
  ABRIDGED: 'Most of the copy stands in the origin, which has more.',
  EXTENDED: 'Most of the origin stands in the copy, which has more.',
  PASSAGES: 'Passages were taken over.',
};

export const DIRECTION: Readonly<Record<CopyDirection, string>> = {
  DECLARED: 'says so',
  PUBLISHED: 'was published later',
  FIRST_SEEN: 'was seen later',
  THROUGH_OTHERS: 'through others, which say so',
  UNDECIDED: 'not known which is the copy',
};

export const DIRECTION_LONG: Readonly<Record<CopyDirection, string>> = {
  DECLARED: 'The copy says where it has it from.',
  PUBLISHED: 'It does not say so; the times of publication say which is the copy.',
  FIRST_SEEN: 'It does not say so; the other was seen first.',
  THROUGH_OTHERS: 'Nothing between the two says which is the copy, but the copy has it from another that has it from the origin.',
  UNDECIDED: 'Nothing says which of the two is the copy.',
};

/** What shows which of the two is the copy: by itself, or by what lies between the two. */
export function directionOf(edge: Edge): CopyDirection {
  return edge.direction === 'UNDECIDED' && edge.copyByOthers ? 'THROUGH_OTHERS' : edge.direction;
}

/** The same in few words. */
export function shownBy(edge: Edge): string {
  return DIRECTION[directionOf(edge)];
}

/** The same as a sentence. */
export function shownByLong(edge: Edge): string {
  return DIRECTION_LONG[directionOf(edge)];
}

type Timed = Pick<ArticleSummary, 'at' | 'atKind' | 'publishedPrecision'>;

export function shortTime(of: Timed): string {
  if (of.atKind === 'FIRST_SEEN') return 'no time';
  return of.publishedPrecision === 'DAY' ? shortDay(of.at) : `${shortDay(of.at)}, ${clock(of.at)}`;
}

/** When the copy of an edge came: as published, else as first seen. A midnight is a day without a time. */
export function edgeTime(edge: Edge): string {
  const at = edge.publishedAt;
  if (!at) return edge.firstSeen ? `first seen ${dayAndClock(edge.firstSeen)}` : 'no time';
  return Date.parse(at) % 86_400_000 === 0 ? day(at) : dayAndClock(at);
}

export function outletOf(of: { outletName?: string | null; outletId?: string | null; publisher?: string | null }): string {
  return of.outletName ?? of.publisher ?? of.outletId ?? 'an outlet without a name';
}
