import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { filterOf, isEmpty, putFilter, queryOf, setFilter, withFilter } from '../api/filter';
import type { Facets as FacetsAnswer } from '../api/types';
import { useApi } from '../api/useApi';
import { go, goQuery, useQuery } from '../app/router';
import { useTitle } from '../app/title';
import { Arrivals } from '../live/Arrivals';
import { useArrivals } from '../live/useArrivals';
import { Chips } from '../search/Chips';
import { describe } from '../search/describe';
import { Facets, facetsPath } from '../search/Facets';
import { counted } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { Ask } from '../ui/States';
import { forFilter } from '../ui/time';
import { Timeline, Undated } from '../timeline/Timeline';
import { useSeries } from '../timeline/useSeries';

/** How often the numbers are asked for again while claims come in. */
const NUMBERS_EVERY_MS = 4000;
/** What comes together is counted together. */
const SOON_MS = 300;

/** Claims as they arrive. */
export default function Live(): JSX.Element {
  const query = useQuery();
  const filter = filterOf(query);
  const facets = useApi<FacetsAnswer>(facetsPath(filter));
  const series = useSeries(withFilter('/api/claims/series', filter));
  const arrivals = useArrivals(queryOf(filter).toString());
  const title = describe(filter, facets.data);
  useTitle(isEmpty(filter) ? 'Live' : `Live: ${title}`);
  // Claims that stand there and are not counted yet: no number is better than one that they belie.
  const behind = facets.data !== null && facets.data.total < arrivals.claims.length;
  useAfter(arrivals.count + (behind ? arrivals.claims.length : 0), () => {
    facets.reload();
    series.reload();
  });
  const change = (next: typeof filter) => goQuery(putFilter(query, next));
  return (
    <div class="cols two live">
      <Facets filter={filter} onChange={change} answer={facets} />
      <div>
        <h1 class="hidden-text">Live</h1>
        <Chips filter={filter} facets={facets.data} onChange={change} />
        <Panel
          title={title}
          numbers={facets.data && !behind && <Numbers of={facets.data} />}
          sql={series.data?.sql}
          csv={withFilter('/feeds/claims.csv', filter)}
          json={withFilter('/api/claims', filter)}
          feed={withFilter('/feeds/claims.atom', filter)}
          stale={facets.stale || series.stale}
        >
          <Ask answer={series}>
            {(data) => (
              <Timeline
                series={[data]}
                names={['Claims']}
                from={null}
                to={null}
                onCut={(from, to) => {
                  const cut = setFilter(
                    setFilter(filter, 'from', from === null ? [] : [forFilter(from)]),
                    'to',
                    to === null ? [] : [forFilter(to)],
                  );
                  if (from !== null || to !== null) go(withFilter('/search', cut));
                }}
              >
                <Undated n={data.undated ?? 0} />
              </Timeline>
            )}
          </Ask>
        </Panel>
        <Arrivals arrivals={arrivals} filtered={!isEmpty(filter)} />
      </div>
    </div>
  );
}

export function Numbers({ of }: { of: FacetsAnswer }): JSX.Element {
  return (
    <>
      {counted(of.total, 'claim')} · {counted(of.outlets, 'outlet')}
      {typeof of.independent === 'number' && <> · {counted(of.independent, 'independent report')}</>}
    </>
  );
}

/** Calls soon after `count` has grown, but not more often than the numbers are worth asking for. */
function useAfter(count: number, call: () => void): void {
  const latest = useRef(call);
  latest.current = call;
  const timer = useRef(0);
  const last = useRef(-NUMBERS_EVERY_MS);
  useEffect(() => {
    if (count > 0 && !timer.current) {
      timer.current = window.setTimeout(() => {
        timer.current = 0;
        last.current = performance.now();
        latest.current();
      }, Math.max(SOON_MS, last.current + NUMBERS_EVERY_MS - performance.now()));
    }
  }, [count]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
