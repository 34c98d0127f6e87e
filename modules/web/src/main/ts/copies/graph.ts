import type { CopyGraph, Edge } from '../api/articleTypes';
import type { ArticleSummary } from '../api/types';
import { isOpen, settled } from './settled';

export interface Arc {
  readonly edge: Edge;
  /** Rows of the family. */
  readonly from: number;
  readonly to: number;
}

/** Articles that hang together by copying, the earliest first. */
export interface Family {
  readonly articles: readonly ArticleSummary[];
  readonly arcs: readonly Arc[];
  readonly outlets: number;
}

const DAY_MS = 86_400_000;

/** The families of a graph, the one with the newest article first. */
export function familiesOf(graph: CopyGraph): Family[] {
  const articles = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = graph.edges.map(settled).filter((edge) => articles.has(edge.articleId) && articles.has(edge.originId));
  const root = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    while ((root.get(at) ?? at) !== at) at = root.get(at)!;
    return at;
  };
  for (const edge of edges) root.set(rootOf(edge.articleId), rootOf(edge.originId));
  const members = new Map<string, ArticleSummary[]>();
  for (const node of graph.nodes) members.set(rootOf(node.id), [...(members.get(rootOf(node.id)) ?? []), node]);
  const families = [...members].map(([key, nodes]) => familyOf(nodes, edges.filter((edge) => rootOf(edge.articleId) === key)));
  const newest = (family: Family) => Math.max(...family.articles.map((article) => Date.parse(article.at)));
  return families.sort((a, b) => newest(b) - newest(a));
}

function familyOf(nodes: readonly ArticleSummary[], edges: readonly Edge[]): Family {
  const articles = inOrder(nodes, edges);
  const row = new Map(articles.map((article, i) => [article.id, i]));
  const arcs = edges.map((edge) => ({ edge, from: row.get(edge.originId)!, to: row.get(edge.articleId)! }));
  return { articles, arcs, outlets: new Set(articles.map((article) => article.outletId ?? article.outletName ?? article.id)).size };
}

/** By time; where that is known to the day only, or not at all, what was copied stands below what it was copied from. */
function inOrder(nodes: readonly ArticleSummary[], edges: readonly Edge[]): ArticleSummary[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const times = new Map<string, number>();
  const timeOf = (id: string, above: ReadonlySet<string>): number => {
    const known = times.get(id);
    if (known !== undefined) return known;
    const node = byId.get(id)!;
    const at = Date.parse(node.at);
    const open = node.atKind === 'FIRST_SEEN' ? Infinity : node.publishedPrecision === 'DAY' ? at + DAY_MS : at;
    const origins = edges.filter((edge) => edge.articleId === id && !isOpen(edge) && !above.has(edge.originId));
    const after = Math.max(at, ...origins.map((edge) => timeOf(edge.originId, new Set([...above, id])) + 1));
    const time = Math.min(after, open);
    times.set(id, time);
    return time;
  };
  return [...nodes].sort((a, b) => timeOf(a.id, new Set([a.id])) - timeOf(b.id, new Set([b.id])));
}
