import type { ArticleText, Edge } from '../api/articleTypes';
import { changed } from '../ui/wordDiff';

/** What a copy has otherwise of what stands above the text. */
export interface HeadChange {
  readonly what: string;
  readonly dropped: number;
  readonly added: number;
}

/** How many words of the headline, and of the line below it, the copy does not have, and how many it has instead. */
export function headChanges(copy: ArticleText, origin: ArticleText, edge: Edge): HeadChange[] {
  const lines = [
    ['headline', origin.title, copy.title],
    ['line below it', edge.originDek ?? '', edge.dek ?? ''],
  ] as const;
  return lines.map(([what, before, after]) => ({ what, ...changed(before, after) })).filter(({ dropped, added }) => dropped > 0 || added > 0);
}
