/** Differences between two texts, word by word. Case, accents and punctuation do not count as differences. */

interface Token {
  readonly key: string;
  readonly start: number;
  /** Where the next word begins: what lies between belongs to the word before it. */
  readonly end: number;
}

export interface Piece {
  readonly kind: 'same' | 'add' | 'drop';
  readonly text: string;
  /** Where it stands: in the new text for `same` and `add`, in the old one for `drop`. */
  readonly start: number;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

function tokens(text: string): Token[] {
  const starts: { key: string; start: number }[] = [];
  for (const { segment, index, isWordLike } of words.segment(text)) if (isWordLike) starts.push({ key: fold(segment), start: index });
  return starts.map(({ key, start }, i) => ({ key, start: i === 0 ? 0 : start, end: starts[i + 1]?.start ?? text.length }));
}

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}

/** Whether two texts have the same words. */
export function sameWords(a: string, b: string): boolean {
  const [x, y] = [tokens(a), tokens(b)];
  return x.length === y.length && x.every((token, i) => token.key === y[i]!.key);
}

/** Beyond so many differences the texts have too little in common for a comparison to be read. */
const MOST = 700;

/** What has to be dropped from, and added to, `before` to have `after`. */
export function diffWords(before: string, after: string): Piece[] {
  const [a, b] = [tokens(before), tokens(after)];
  const kept = common(a, b);
  const pieces: Piece[] = [];
  const push = (kind: Piece['kind'], text: string, from: Token | undefined, to: Token | undefined) => {
    if (!from || !to) return;
    pieces.push({ kind, text: text.slice(from.start, to.end), start: from.start });
  };
  let i = 0;
  let j = 0;
  for (let k = 0; k <= kept.length; k++) {
    const [x, y] = kept[k] ?? [a.length, b.length];
    push('drop', before, a[i], x > i ? a[x - 1] : undefined);
    push('add', after, b[j], y > j ? b[y - 1] : undefined);
    if (k === kept.length) break;
    const last = pieces.at(-1);
    if (last?.kind === 'same') pieces[pieces.length - 1] = { ...last, text: after.slice(last.start, b[y]!.end) };
    else push('same', after, b[y], b[y]);
    i = x + 1;
    j = y + 1;
  }
  return pieces;
}

/** How many words the one has that the other does not have at that place, and the other way round. */
export function changed(before: string, after: string): { dropped: number; added: number } {
  const [a, b] = [tokens(before), tokens(after)];
  const kept = common(a, b).length;
  return { dropped: a.length - kept, added: b.length - kept };
}

/** Of all words of both, which share is the same, 0..1. */
export function likeness(before: string, after: string): number {
  const [a, b] = [tokens(before), tokens(after)];
  return a.length + b.length === 0 ? 1 : (2 * common(a, b).length) / (a.length + b.length);
}

/** Pairs of places that stay: a longest common subsequence, after Myers, "An O(ND) difference algorithm" (1986). */
function common(a: readonly Token[], b: readonly Token[]): [number, number][] {
  const [n, m] = [a.length, b.length];
  const most = Math.min(n + m, MOST);
  const furthest = new Map<number, number>([[1, 0]]);
  const traces: Map<number, number>[] = [];
  for (let d = 0; d <= most; d++) {
    traces.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
      let x = down ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      let y = x - k;
      while (x < n && y < m && a[x]!.key === b[y]!.key) {
        x++;
        y++;
      }
      furthest.set(k, x);
      if (x >= n && y >= m) return walkBack(traces, n, m);
    }
  }
  return [];
}

function walkBack(traces: readonly Map<number, number>[], n: number, m: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [n, m];
  for (let d = traces.length - 1; d >= 0; d--) {
    const trace = traces[d]!;
    const k = x - y;
    const down = k === -d || (k !== d && (trace.get(k - 1) ?? -1) < (trace.get(k + 1) ?? -1));
    const before = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (trace.get(before) ?? 0);
    const fromY = d === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) pairs.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}
