import type { CopyKind, Edge, EdgeWhole } from '../api/articleTypes';

/** Whether nothing says which of the two is the copy: neither the two themselves nor what lies between them. */
export function isOpen(edge: Edge): boolean {
  return edge.direction === 'UNDECIDED' && !edge.copyByOthers;
}

const TURNED: Readonly<Record<CopyKind, CopyKind>> = { WHOLE: 'WHOLE', PASSAGES: 'PASSAGES', ABRIDGED: 'EXTENDED', EXTENDED: 'ABRIDGED' };

/** The edge from the copy to its origin, where what lies between the two says that it is the other way round. */
export function settled(edge: Edge): Edge {
  if (edge.direction !== 'UNDECIDED' || edge.copyByOthers !== edge.originId) return edge;
  return {
    ...edge,
    articleId: edge.originId,
    originId: edge.articleId,
    outletId: edge.originOutletId,
    originOutletId: edge.outletId,
    outletName: edge.originOutletName,
    originOutletName: edge.outletName,
    url: edge.originUrl,
    originUrl: edge.url,
    publishedAt: edge.originPublishedAt,
    originPublishedAt: edge.publishedAt,
    firstSeen: edge.originFirstSeen,
    originFirstSeen: edge.firstSeen,
    words: edge.originWords,
    originWords: edge.words,
    containment: edge.originContainment ?? edge.containment,
    originContainment: edge.containment,
    title: edge.originTitle,
    originTitle: edge.title,
    dek: edge.originDek,
    originDek: edge.dek,
    kind: TURNED[edge.kind],
  };
}

/** The same with both texts and what they share. */
export function settledWhole(whole: EdgeWhole): EdgeWhole {
  const edge = settled(whole.edge);
  if (edge === whole.edge) return whole;
  const passages = whole.passages.map((passage) => ({
    ...passage,
    start: passage.originStart,
    end: passage.originEnd,
    originStart: passage.start,
    originEnd: passage.end,
  }));
  return { ...whole, edge, passages, copy: whole.origin ?? null, origin: whole.copy ?? null };
}
