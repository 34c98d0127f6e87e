import type { Mention, Notice, SentenceBias, Term } from '../api/articleTypes';
import type { Claim, Span } from '../api/types';
import { quotes } from '../ui/Said';

/** What can be marked in a text, each with what it rests on. */
export type Mark = Span &
  (
    | { kind: 'content'; claim: Claim; quoted: boolean }
    | { kind: 'cue'; claim: Claim }
    | { kind: 'source'; claim: Claim }
    | { kind: 'entity'; mention: Mention }
    | { kind: 'term'; term: Term }
    | { kind: 'notice'; notice: Notice }
    | { kind: 'sentence'; sentence: SentenceBias }
  );

/** A stretch of text in which the same marks stand; every text is a row of these, so that marks may overlap freely. */
export interface Segment extends Span {
  text: string;
  marks: readonly Mark[];
}

export const KINDS = ['quoted', 'reported', 'cues', 'speakers', 'entities', 'notices', 'wording', 'slant', 'readers'] as const;
export type Kind = (typeof KINDS)[number];

/** Which kind a mark is switched by. */
export function kindOf(mark: Mark): Kind {
  switch (mark.kind) {
    case 'content':
      return mark.quoted ? 'quoted' : 'reported';
    case 'cue':
      return 'cues';
    case 'source':
      return 'speakers';
    case 'entity':
      return 'entities';
    case 'term':
      return 'wording';
    case 'notice':
      return 'notices';
    case 'sentence':
      return 'slant';
  }
}

/** The marks of a claim: what stands in quotation marks inside of its content is quoted, the rest is retold. */
export function marksOfClaim(claim: Claim, text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { start, end } of claim.content) {
    if (claim.form === 'DIRECT') marks.push({ kind: 'content', claim, quoted: true, start, end });
    else {
      let from = start;
      for (const [a, b] of claim.form === 'MIXED' ? quotes(text.slice(start, end)) : []) {
        if (start + a > from) marks.push({ kind: 'content', claim, quoted: false, start: from, end: start + a });
        marks.push({ kind: 'content', claim, quoted: true, start: start + a, end: start + b });
        from = start + b;
      }
      if (end > from) marks.push({ kind: 'content', claim, quoted: false, start: from, end });
    }
  }
  for (const span of claim.cue) marks.push({ kind: 'cue', claim, start: span.start, end: span.end });
  for (const span of claim.source) marks.push({ kind: 'source', claim, start: span.start, end: span.end });
  return marks;
}

/** Cuts the text between `from` and `to` wherever a mark begins or ends. */
export function segmentsOf(text: string, from: number, to: number, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < to && mark.end > from && mark.end > mark.start);
  const cuts = new Set([from, to]);
  for (const mark of inside) {
    cuts.add(Math.max(from, mark.start));
    cuts.add(Math.min(to, mark.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < places.length; i++) {
    const [start, end] = [places[i]!, places[i + 1]!];
    segments.push({
      start,
      end,
      text: text.slice(start, end),
      marks: inside.filter((mark) => mark.start < end && mark.end > start),
    });
  }
  return segments;
}

/** The claims of a segment, the one that it says most of first: cue, then source, then content, and inner before outer. */
export function claimsIn(segment: Segment): Claim[] {
  const order = { cue: 0, source: 1, content: 2 } as const;
  const marks = segment.marks.filter((mark) => mark.kind === 'content' || mark.kind === 'cue' || mark.kind === 'source');
  marks.sort((a, b) => order[a.kind] - order[b.kind] || a.end - a.start - (b.end - b.start));
  return [...new Set(marks.map((mark) => mark.claim))];
}

/** Where a claim begins in its text, whichever of its parts comes first. */
export function beginningOf(claim: Claim): number {
  const starts = [...claim.content, ...claim.cue, ...claim.source].map((span) => span.start);
  return starts.length ? Math.min(...starts) : 0;
}

export function classOf(segment: Segment, chosen: string | null): string {
  const names: string[] = [];
  const add = (name: string) => {
    if (!names.includes(name)) names.push(name);
  };
  // Words in quotation marks stay quoted, whatever is retold around them or inside of them.
  const content = segment.marks.filter((mark) => mark.kind === 'content');
  if (content.length) add(content.some((mark) => mark.quoted) ? 'quoted' : 'reported');
  for (const mark of segment.marks) {
    if ('claim' in mark && mark.claim.id === chosen) add('chosen');
    if (mark.kind === 'cue') {
      add('cue');
      add(mark.claim.form === 'DIRECT' ? 'for-quoted' : 'for-reported');
    } else if (mark.kind === 'source') add('source');
    else if (mark.kind === 'entity') add('ent');
    else if (mark.kind === 'term') add(mark.term.weight >= 0.4 && !mark.term.negated ? 'load' : 'load-weak');
    else if (mark.kind === 'notice') add('noticed');
    else if (mark.kind === 'sentence') add(`slant-${Math.min(4, Math.floor(mark.sentence.bias * 5))}`);
  }
  return names.join(' ');
}
