import type { Passage } from '../api/articleTypes';
import type { Span } from '../api/types';
import { diffWords, likeness } from '../ui/wordDiff';

/** A stretch of one of two texts that were compared. */
export interface Run extends Span {
  /** SAME in both; CHANGED: other words stand there in the other text; ONLY here, though its neighbours are shared; OWN: no passage at all. */
  readonly kind: 'SAME' | 'CHANGED' | 'ONLY' | 'OWN';
  /** The passage that it is part of; null for what is not shared. */
  readonly passage: number | null;
}

/** A piece of both texts read as one. */
export interface Piece {
  readonly kind: 'same' | 'drop' | 'add';
  readonly text: string;
  /** Whether it stands in another place of the origin than its neighbours. */
  readonly moved: boolean;
}

export interface Alignment {
  readonly copy: readonly Run[];
  readonly origin: readonly Run[];
  readonly one: readonly Piece[];
}

/** What of the two texts is the same, what was dropped, added and replaced: word by word where they are alike. */
export function align(copy: string, origin: string, passages: readonly Passage[]): Alignment {
  const work: Work = { copy, origin, copyRuns: [], originRuns: [], one: [] };
  let copyAt = 0;
  let originAt = 0;
  [...passages]
    .sort((a, b) => a.start - b.start)
    .forEach((passage, i) => {
      const moved = passage.originStart < originAt;
      between(work, { start: originAt, end: moved ? originAt : passage.originStart }, { start: copyAt, end: Math.max(copyAt, passage.start) });
      if (!moved) originAt = passage.originEnd;
      copyAt = Math.max(copyAt, passage.end);
      compare(work, { start: passage.originStart, end: passage.originEnd }, passage, i, moved);
    });
  between(work, { start: originAt, end: origin.length }, { start: copyAt, end: copy.length });
  return { copy: filled(work.copyRuns, copy), origin: filled(work.originRuns, origin), one: work.one };
}

interface Work {
  readonly copy: string;
  readonly origin: string;
  readonly copyRuns: Run[];
  readonly originRuns: Run[];
  readonly one: Piece[];
}

/** What no word of a text begins with. */
const LEAD = /^[^\p{L}\p{N}“„«"'(‘]+/u;
const WORD = /[\p{L}\p{N}]/u;
/** From here on what lies between two passages is one thing worded differently, and not two things. */
const ALIKE = 0.5;

/** What lies between two passages: dropped from one, added to the other, or changed all over. */
function between(work: Work, from: Span, to: Span): void {
  const before = work.origin.slice(from.start, from.end);
  const after = work.copy.slice(to.start, to.end);
  const [dropped, added] = [WORD.test(before), WORD.test(after)];
  if (dropped && added && likeness(before, after) >= ALIKE) {
    compare(work, from, to, null, false);
    return;
  }
  if (!dropped && !added) {
    // What has no word in it is not a difference.
    if (after) work.one.push({ kind: 'same', text: after, moved: false });
    return;
  }
  // What ends the words before it, such as a full stop, is no part of what was dropped or added.
  const stop = LEAD.exec(after)?.[0] ?? '';
  if (stop) work.one.push({ kind: 'same', text: stop, moved: false });
  const gap = /\s/.test(stop) ? '' : (LEAD.exec(before)?.[0] ?? '').replace(/\S+/g, '');
  if (dropped) work.one.push({ kind: 'drop', text: gap + before.replace(LEAD, '').trimEnd(), moved: false });
  const rest = after.slice(stop.length);
  if (added) work.one.push({ kind: 'add', text: rest, moved: false });
  else if (rest) work.one.push({ kind: 'same', text: rest.replace(/\S+/g, ''), moved: false });
}

function compare(work: Work, from: Span, to: Span, passage: number | null, moved: boolean): void {
  const pieces = diffWords(work.origin.slice(from.start, from.end), work.copy.slice(to.start, to.end));
  const { copyRuns, originRuns } = work;
  let o = from.start;
  pieces.forEach((piece, k) => {
    work.one.push({ kind: piece.kind, text: piece.text, moved });
    const dropped = piece.kind === 'drop';
    const replaced = pieces[k + (dropped ? 1 : -1)]?.kind === (dropped ? 'add' : 'drop');
    const kind = piece.kind === 'same' ? 'SAME' : replaced ? 'CHANGED' : 'ONLY';
    const start = piece.start + (dropped ? from.start : to.start);
    const end = start + piece.text.length;
    if (!dropped) copyRuns.push({ kind, passage, start, end });
    else {
      if (start > o) originRuns.push({ kind: 'SAME', passage, start: o, end: start });
      originRuns.push({ kind, passage, start, end });
      o = end;
    }
  });
  if (o < from.end) originRuns.push({ kind: 'SAME', passage, start: o, end: from.end });
}

/** The runs in the order of the text, and what lies between them as its own. */
function filled(runs: readonly Run[], text: string): Run[] {
  const all: Run[] = [];
  let at = 0;
  for (const run of [...runs].sort((a, b) => a.start - b.start)) {
    if (run.end <= at) continue;
    all.push(...own(at, run.start, text, all.at(-1)?.passage ?? null));
    all.push(run.start < at ? { ...run, start: at } : run);
    at = run.end;
  }
  all.push(...own(at, text.length, text, all.at(-1)?.passage ?? null));
  return all;
}

/** What stands outside of every passage; but a full stop after one is part of it to whoever reads. */
function own(start: number, end: number, text: string, before: number | null): Run[] {
  if (start >= end) return [];
  const between = text.slice(start, end);
  const first = start + Math.max(0, between.search(/[\p{L}\p{N}]/u));
  if (!WORD.test(between)) return [{ kind: 'SAME', passage: before, start, end }];
  // An opening quotation mark belongs to the words after it.
  const open = text.slice(start, first).search(/[“„«"'(‘]$/u);
  const from = open < 0 ? first : start + open;
  const rest: Run = { kind: 'OWN', passage: null, start: from, end };
  return from > start ? [{ kind: 'SAME', passage: before, start, end: from }, rest] : [rest];
}

/** How many words are in the runs of a kind. */
export function wordsIn(runs: readonly Run[], text: string, ...kinds: Run['kind'][]): number {
  let count = 0;
  for (const run of runs) if (kinds.includes(run.kind)) count += text.slice(run.start, run.end).match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return count;
}
