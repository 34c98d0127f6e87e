import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { CopyGraph, Edge } from '../api/articleTypes';
import { useApi } from '../api/useApi';
import { useQuery } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { CopyFilter, LIST_KEYS } from '../copies/CopyFilter';
import { CopyList } from '../copies/CopyList';
import { FamilyGraph } from '../copies/FamilyGraph';
import { familiesOf, type Family } from '../copies/graph';
import { isOpen } from '../copies/settled';
import { outletOf } from '../copies/words';
import { counted } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { rowsOf } from '../ui/rows';
import { Ask, Empty } from '../ui/States';
import { isolated } from '../ui/words';
import { shortDay } from '../ui/time';

/** So many families are drawn at once. */
const FIRST = 6;

/** Who copied whom: each family of copies in the order of time, and the list of them all. */
export default function Copies(_: ViewProps): JSX.Element {
  useTitle('Copies');
  const query = useQuery();
  const graphPath = `/api/lineage/graph${part(query, ['article', 'cluster', 'outlet'])}`;
  const answer = useApi<CopyGraph>(graphPath);
  const [kind, direction] = [query.get('kind'), query.get('direction')];
  const families = useMemo(() => {
    if (!answer.data) return [];
    const edges = answer.data.edges.filter((edge) => (!kind || edge.kind === kind) && (!direction || edge.direction === direction));
    // Without a copy an article is no family; but the one that was asked for stands alone, too.
    return familiesOf({ ...answer.data, edges }).filter((family) => family.arcs.length > 0);
  }, [answer.data, kind, direction]);
  const nameOf = (key: string, value: string): string | null => {
    const nodes = answer.data?.nodes ?? [];
    if (key === 'article') return nodes.find((node) => node.id === value)?.title ?? null;
    if (key === 'outlet') return nodes.find((node) => node.outletId === value)?.outletName ?? null;
    return null;
  };
  const list = new URLSearchParams();
  for (const key of LIST_KEYS) for (const value of query.getAll(key)) list.append(key, value);
  return (
    <div class="copies">
      <h1>Copies</h1>
      <p class="muted">Who took over whose text: what the page says, and what comparing the texts found.</p>
      <CopyFilter query={query} nameOf={nameOf} />
      <Ask answer={answer} what="Loading the copies">
        {(graph) =>
          families.length ? (
            <Families families={families} graph={graph} path={graphPath} here={query.get('article')} stale={answer.stale} />
          ) : (
            <Empty title="No copies here">{query.toString() ? 'Nothing is left with these filters.' : 'No two articles share their text so far.'}</Empty>
          )
        }
      </Ask>
      <CopyList query={list} />
    </div>
  );
}

function part(query: URLSearchParams, keys: readonly string[]): string {
  const some = new URLSearchParams();
  for (const key of keys) if (query.get(key)) some.set(key, query.get(key)!);
  const text = some.toString();
  return text && `?${text}`;
}

/** The family's edges as the store has them: drawn is what lies between two the other way round where others show it. */
function edgesOf(family: Family, graph: CopyGraph): Edge[] {
  const ids = new Set(family.arcs.map(({ edge }) => edge.id));
  return graph.edges.filter(({ id }) => ids.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function edgesSql(edges: readonly Edge[]): string {
  return `select id, outletName, originOutletName, kind, direction, containment from lineage where id in (${edges.map(({ id }) => `'${id.replaceAll("'", "''")}'`).join(', ')}) order by id`;
}

interface FamiliesProps {
  readonly families: readonly Family[];
  readonly graph: CopyGraph;
  readonly path: string;
  readonly here: string | null;
  readonly stale: boolean;
}

function Families({ families, graph, path, here, stale }: FamiliesProps) {
  const [all, setAll] = useState(false);
  const shown = all ? families : families.slice(0, FIRST);
  return (
    <>
      {shown.map((family) => (
        <Panel
          key={family.articles[0]!.id}
          title={<bdi>{family.articles[0]!.title || 'Without a title'}</bdi>}
          numbers={`${counted(family.articles.length, 'article')} in ${counted(family.outlets, 'outlet')}, ${firstOf(family)}${spanOf(family)}`}
          sql={edgesSql(edgesOf(family, graph))}
          rows={rowsOf(
            ['id', 'outletName', 'originOutletName', 'kind', 'direction', 'containment'],
            edgesOf(family, graph),
          )}
          json={path}
          stale={stale}
        >
          <FamilyGraph family={family} here={here} />
        </Panel>
      ))}
      {shown.length < families.length && (
        <button type="button" class="button more" onClick={() => setAll(true)}>
          The other {counted(families.length - shown.length, 'family', 'families')}
        </button>
      )}
      <Key />
      {graph.truncated && <p class="muted">There are more than can be drawn: these are the newest. The list below has them all.</p>}
    </>
  );
}

/** Whose text it is, where that is known. */
function firstOf(family: Family): string {
  const open = family.arcs.some((arc) => isOpen(arc.edge) && (arc.from === 0 || arc.to === 0));
  return open ? 'who was first is not known' : `first ${isolated(outletOf(family.articles[0]!))}`;
}

function spanOf(family: Family): string {
  const dated = family.articles.filter((article) => article.atKind !== 'FIRST_SEEN').map((article) => Date.parse(article.at));
  if (!dated.length) return '';
  const [first, last] = [shortDay(Math.min(...dated)), shortDay(Math.max(...dated))];
  return first === last ? `, ${first}` : `, ${first} to ${last}`;
}

function Key() {
  const line = (style: string, text: string) => (
    <li>
      <svg width="34" height="10" aria-hidden="true">
        <path class={`arc ${style}`} d="M1 5H33" />
      </svg>
      {text}
    </li>
  );
  return (
    <ul class="lane-key">
      {line('declared', 'copied, and says so')}
      {line('found', 'copied, not said')}
      {line('twin', 'the same text, not known who copied')}
    </ul>
  );
}
