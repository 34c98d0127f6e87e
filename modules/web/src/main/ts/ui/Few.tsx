import type { JSX } from 'preact';
import { counted, FEW } from './numbers';

/** A word of caution beside a number that rests on little; nothing where it rests on enough. */
export function Few({ n, of = 'article' }: { n: number; of?: string }): JSX.Element | null {
  if (n >= FEW) return null;
  return <span class="few">rests on {counted(n, of)}</span>;
}
