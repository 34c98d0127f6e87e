import { Fragment, type JSX } from 'preact';
import type { Claim, Span } from '../api/types';
import { once } from './content';

type Part = { kind: 'plain' | 'quoted' | 'reported' | 'cue' | 'source'; text: string };

/**
 * A claim as it is worded: content in the colour of its voice, cue in bold. With the sentence around it where that
 * came with the claim; else content, cue and source in the order in which they stand, what lies between left out.
 */
export function Said({ claim }: { claim: Claim }): JSX.Element {
  const parts = claim.sentence ? inSentence(claim, claim.sentence) : inOrder(claim);
  return (
    <p class={`said ${claim.voice === 'READER' ? 'by-reader' : ''}`} dir="auto">
      {parts.map((part, i) => (
        <Fragment key={i}>
          {part.kind === 'plain' || part.kind === 'source' ? part.text : <span class={markOf(part, claim)}>{part.text}</span>}
        </Fragment>
      ))}
    </p>
  );
}

function markOf(part: Part, claim: Claim): string {
  if (part.kind === 'cue') return claim.stance && claim.stance !== 'NEUTRAL' ? 'cue load' : 'cue';
  return part.kind;
}

/** The paragraph is cut to what belongs to the claim, and a few words around it. */
const AROUND = 60;

export function inSentence(claim: Claim, sentence: { text: string; start: number }): Part[] {
  const { text, start } = sentence;
  const spans = [...claim.content, ...claim.cue, ...claim.source];
  if (!spans.length) return inOrder(claim);
  const first = Math.min(...spans.map((span) => span.start)) - start;
  const end = Math.max(...spans.map((span) => span.end)) - start;
  if (first < 0 || end > text.length) return inOrder(claim);
  const from = sentenceStart(text, first);
  const to = sentenceEnd(text, end);
  const kinds: Part['kind'][] = new Array<Part['kind']>(text.length).fill('plain');
  const paint = (list: readonly Span[], kind: Part['kind']) => {
    for (const span of list) kinds.fill(kind, Math.max(0, span.start - start), Math.max(0, span.end - start));
  };
  paint(claim.content, 'reported');
  for (const span of claim.content) paintQuotes(text, span.start - start, span.end - start, claim.form === 'DIRECT', kinds);
  paint(claim.cue, 'cue');
  const parts: Part[] = [];
  if (from > 0 && from > first - AROUND && !/^[\p{Lu}"“«„]/u.test(text.slice(from))) parts.push({ kind: 'plain', text: '… ' });
  for (let i = from, begun = from; i <= to; i++) {
    if (i === to || kinds[i] !== kinds[begun]) {
      if (i > begun) parts.push({ kind: kinds[begun]!, text: text.slice(begun, i) });
      begun = i;
    }
  }
  return parts;
}

/** What stands in quotation marks inside the content is quoted, the rest is retold. */
function paintQuotes(text: string, from: number, to: number, all: boolean, kinds: Part['kind'][]): void {
  if (all) kinds.fill('quoted', from, to);
  else for (const [start, end] of quotes(text.slice(from, to))) kinds.fill('quoted', from + start, from + end);
}

/** Ranges in quotation marks, the marks with them; one that is not closed goes to the end. */
export function quotes(text: string): [number, number][] {
  const found: [number, number][] = [];
  const pattern = /[“„«][^”“»]*(?:[”“»]|$)|"[^"]*(?:"|$)/gu;
  for (const match of text.matchAll(pattern)) found.push([match.index, match.index + match[0].length]);
  return found;
}

function sentenceStart(text: string, at: number): number {
  const ends = [...text.matchAll(/[.!?]["”»’]?\s+(?=[\p{Lu}"“«„])/gu)].filter((end) => end.index + end[0].length <= at).at(-1);
  const start = ends ? ends.index + ends[0].length : 0;
  return at - start <= 240 ? start : wordStart(text, at - AROUND);
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 ? at : space + 1;
}

function sentenceEnd(text: string, at: number): number {
  const rest = text.slice(at);
  const end = /[.!?]["”»’]?(?=\s|$)/u.exec(rest);
  if (/[.!?]["”»’]?$/u.test(text.slice(0, at))) return at;
  return end && end.index <= 120 ? at + end.index + end[0].length : at;
}

function inOrder(claim: Claim): Part[] {
  const quoted = claim.form === 'DIRECT';
  const pieces: { start: number; end: number; parts: Part[] }[] = [];
  const add = (spans: readonly Span[], parts: Part[]) => {
    const first = spans[0];
    if (first) pieces.push({ start: first.start, end: spans[spans.length - 1]!.end, parts });
  };
  add(claim.content, quoted ? [{ kind: 'quoted', text: once(claim.contentText) }] : mixed(once(claim.contentText)));
  if (claim.cueText) add(claim.cue, [{ kind: 'cue', text: claim.cueText }]);
  if (claim.sourceText) add(claim.source, [{ kind: 'source', text: claim.sourceText }]);
  pieces.sort((a, b) => a.start - b.start);
  return pieces.flatMap((piece, i) => {
    const before = pieces[i - 1];
    const gap: Part[] = before ? [{ kind: 'plain', text: piece.start - before.end > 2 ? ' … ' : ' ' }] : [];
    return [...gap, ...piece.parts];
  });
}

function mixed(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const [start, end] of quotes(text)) {
    if (start > from) parts.push({ kind: 'reported', text: text.slice(from, start) });
    parts.push({ kind: 'quoted', text: text.slice(start, end) });
    from = end;
  }
  if (from < text.length) parts.push({ kind: 'reported', text: text.slice(from) });
  return parts;
}
