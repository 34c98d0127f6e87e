import type { JSX } from 'preact';
import { type Filter, filterOf, isEmpty, one, putFilter, queryOf, setFilter, withFilter } from '../api/filter';
import type { Bucket, Claim, Facets as FacetsAnswer, Series } from '../api/types';
import { useApi } from '../api/useApi';
import { goQuery, useQuery } from '../app/router';
import { useTitle } from '../app/title';
import { Chips } from '../search/Chips';
import { describe } from '../search/describe';
import { Facets, facetsPath } from '../search/Facets';
import { Follow } from '../search/Follow';
import { Results } from '../search/Results';
import { Saved } from '../search/Saved';
import { Sides } from '../search/Sides';
import { Words } from '../search/Words';
import { Panel } from '../ui/Panel';
import { rowsOf, type Shown } from '../ui/rows';
import { Ask, Failed, isRefused } from '../ui/States';
import { forFilter, range } from '../ui/time';
import { Timeline, Undated } from '../timeline/Timeline';
import { useSeries } from '../timeline/useSeries';
import { Numbers } from './Live';
import { usePages } from '../search/usePages';

/** Facets, a timeline to cut by, two searches on one axis, and the claims themselves. */
export default function Search(): JSX.Element {
  const query = useQuery();
  const first = filterOf(query);
  const vs = query.get('vs');
  const second = vs === null ? null : withTimeOf(filterOf(vs), first);
  const side = second && query.get('side') === 'b' ? 1 : 0;
  const filter = side === 1 ? second! : first;
  const zoomed = query.has('zoom');
  const sort = query.get('sort') ?? 'newest';

  const facetsA = useApi<FacetsAnswer>(facetsPath(first));
  const facetsB = useApi<FacetsAnswer>(second && facetsPath(second));
  const facets = side === 1 ? facetsB : facetsA;
  const seriesA = useSeries(seriesPath(first, zoomed));
  // The second on the steps of the first: only what is cut alike can be laid side by side.
  const seriesB = useSeries(second && seriesA.data && seriesPath(second, zoomed), seriesA.data?.by);
  const pages = usePages<Claim>(withFilter('/api/claims', filter, { sort, limit: 50 }));

  const names = [describe(untimed(first), facetsA.data), second ? describe(untimed(second), facetsB.data) : ''];
  const title = describe(filter, facets.data);
  useTitle(isEmpty(first) ? 'Search' : second ? `${names[0]} and ${names[1]}` : title);

  const put = (changed: URLSearchParams, options?: { replace?: boolean }) => goQuery(changed, options);
  const change = (next: Filter) => put(putSide(query, side, next));
  const from = one(first, 'from');
  const to = one(first, 'to');
  // Inside the cut its own ends are the ends of the axis.
  const ends = zoomed ? { from: millis(from), to: millis(to) } : { from: null, to: null };
  const cut = (start: number | null, end: number | null) => put(putSide(query, 0, timed(first, start ?? ends.from, end ?? ends.to)));
  const series = second ? [seriesA.data, seriesB.data] : [seriesA.data];
  // What one of them refuses all refuse: it is said once.
  const refused = [facetsA.problem, facetsB.problem, seriesA.problem, seriesB.problem, pages.problem].find(isRefused) ?? null;
  const stale = seriesA.stale || facets.stale || (second !== null && seriesB.stale);
  return (
    <div class="cols two search">
      <Facets filter={filter} onChange={change} answer={facets}>
        <Saved />
      </Facets>
      <div>
        <h1 class="hidden-text">Search</h1>
        <Words filter={filter} onChange={change} />
        <Chips filter={second ? untimed(filter) : filter} facets={facets.data} onChange={change} />
        {refused ? (
          <Failed problem={refused} />
        ) : (
          <>
        <Panel
          title={second ? 'Two searches, each as its share of all claims' : title}
          numbers={!second && facets.data && <Numbers of={facets.data} />}
          sql={second ? bothSql(seriesA.data, seriesB.data) : seriesA.data?.sql}
          rows={second ? bothRows(seriesA.data, seriesB.data) : rowsOf(['at', 'claims', 'of'], countedOf(seriesA.data))}
          json={second ? undefined : seriesPath(filter, zoomed)}
          stale={stale}
        >
          <Sides
            names={names}
            totals={[facetsA.data?.total ?? null, facetsB.data?.total ?? null]}
            compared={second !== null}
            side={side}
            onSide={(to) => put(withParameter(query, 'side', to === 1 ? 'b' : null), { replace: true })}
            onDrop={(dropped) => put(dropSide(query, dropped))}
            onCompare={() => put(withParameter(withParameter(query, 'vs', queryOf(untimed(first)).toString()), 'side', 'b'))}
          />
          <Ask answer={second && seriesB.problem ? seriesB : seriesA}>
            {() =>
              series.every((s) => s !== null) && (
                <Timeline
                  series={series as Series[]}
                  names={names}
                  from={zoomed ? null : millis(from)}
                  to={zoomed ? null : millis(to)}
                  onCut={cut}
                >
                  <TimeFoot
                    undated={seriesA.data?.undated ?? 0}
                    cut={range(from, to)}
                    zoomed={zoomed}
                    onZoom={() => put(withParameter(query, 'zoom', zoomed ? null : '1'))}
                    onWhole={() => put(withParameter(putSide(query, 0, timed(first, null, null)), 'zoom', null))}
                  />
                </Timeline>
              )
            }
          </Ask>
        </Panel>
        <Results
          pages={pages}
          total={facets.data?.total ?? null}
          sort={sort}
          onSort={(to) => put(withParameter(query, 'sort', to === 'newest' ? null : to))}
          filter={filter}
          onChange={change}
        >
          <Follow filter={filter} name={title} />
        </Results>
          </>
        )}
      </div>
    </div>
  );
}

/** Both searches in one statement, told apart by which of the two they are. */
function bothSql(first: Series | null, second: Series | null): string | undefined {
  return first?.sql && second?.sql ? `select 1 as search, * from (\n${first.sql}\n)\nunion all\nselect 2, * from (\n${second.sql}\n)\norder by all` : undefined;
}

/** How many each of the two has at each time, and how many claims there are in all. */
function bothRows(first: Series | null, second: Series | null): Shown {
  const rows = [first, second].flatMap((series, i) => countedOf(series).map(({ at, claims, of }) => ({ search: i + 1, at, claims, of })));
  return rowsOf(['search', 'at', 'claims', 'of'], rows);
}

/** Stretches that have claims: those without any are no rows of an answer. */
function countedOf(series: Series | null): Bucket[] {
  return (series?.buckets ?? []).filter(({ claims }) => claims > 0);
}

/** Two searches are laid side by side over the same time: the first one's. */
function withTimeOf(filter: Filter, other: Filter): Filter {
  return setFilter(setFilter(filter, 'from', other.from ?? []), 'to', other.to ?? []);
}

function untimed(filter: Filter): Filter {
  return setFilter(setFilter(filter, 'from', []), 'to', []);
}

function millis(iso: string | null): number | null {
  const time = iso === null ? NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}

function timed(filter: Filter, from: number | null, to: number | null): Filter {
  const start = setFilter(filter, 'from', from === null ? [] : [forFilter(from)]);
  return setFilter(start, 'to', to === null ? [] : [forFilter(to)]);
}

/** The timeline shows all of the time with the cut marked in it, unless one has gone into the cut. */
function seriesPath(filter: Filter, zoomed: boolean): string {
  return withFilter('/api/claims/series', zoomed ? filter : untimed(filter));
}

function withParameter(query: URLSearchParams, key: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(query);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

function putSide(query: URLSearchParams, side: 0 | 1, filter: Filter): URLSearchParams {
  return side === 0 ? putFilter(query, filter) : withParameter(query, 'vs', queryOf(untimed(filter)).toString());
}

/** One search alone again: the other one of the two. */
function dropSide(query: URLSearchParams, dropped: 0 | 1): URLSearchParams {
  const rest = withParameter(withParameter(query, 'vs', null), 'side', null);
  return dropped === 1 ? rest : putFilter(rest, withTimeOf(filterOf(query.get('vs') ?? ''), filterOf(query)));
}

interface FootProps {
  readonly undated: number;
  readonly cut: string | null;
  readonly zoomed: boolean;
  readonly onZoom: () => void;
  readonly onWhole: () => void;
}

function TimeFoot({ undated, cut, zoomed, onZoom, onWhole }: FootProps) {
  return (
    <>
      {cut && (
        <span>
          <b>{cut}</b>{' '}
          <button type="button" class="link" onClick={onZoom}>
            {zoomed ? 'show what is around it' : 'look closer'}
          </button>{' '}
          <button type="button" class="link" onClick={onWhole}>
            all of the time
          </button>
        </span>
      )}
      <Undated n={undated} />
    </>
  );
}
