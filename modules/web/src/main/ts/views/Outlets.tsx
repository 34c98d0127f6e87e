import type { JSX } from 'preact';
import type { OutletRow } from '../api/profileTypes';
import { useQuery } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { usePages } from '../search/usePages';
import { Few } from '../ui/Few';
import { WordsField } from '../ui/Filters';
import { outletHref } from '../ui/links';
import { percent, whole } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { Empty, Failed, Loading } from '../ui/States';
import { nameOfId } from '../ui/words';

/** Who publishes: how much, and how much of it is their own. */
export default function Outlets(_: ViewProps): JSX.Element {
  useTitle('Outlets');
  const q = useQuery().get('q');
  const path = `/api/outlets${q ? `?q=${encodeURIComponent(q)}` : ''}`;
  const pages = usePages<OutletRow>(path);
  return (
    <div class="outlets">
      <div class="list-head">
        <h1>Outlets</h1>
        <WordsField name="q" label="Part of an outlet’s name" placeholder="Part of a name …" />
      </div>
      <Panel
        title="Who publishes"
        numbers="an article counts as taken over where a notice says so, or most of its words stand elsewhere before"
        sql={pages.sql}
        json={path}
        csv={`${path}${q ? '&' : '?'}format=csv`}
        stale={pages.stale}
      >
        {pages.problem && <Failed problem={pages.problem} retry={pages.reload} />}
        {!pages.rows && !pages.problem && <Loading />}
        {pages.rows && !pages.rows.length && <Empty title="No outlet">{q ? 'None has this in its name.' : 'No article has come in so far.'}</Empty>}
        {pages.rows && pages.rows.length > 0 && <Table rows={pages.rows} />}
        {pages.more && (
          <button type="button" class="button more" disabled={pages.loadingMore} onClick={pages.loadMore}>
            {pages.loadingMore ? 'Loading …' : 'More'}
          </button>
        )}
      </Panel>
    </div>
  );
}

function Table({ rows }: { rows: readonly OutletRow[] }) {
  const most = Math.max(...rows.map((row) => row.articles), 1);
  return (
    <table class="profile-list">
      <thead>
        <tr>
          <th scope="col">Outlet</th>
          <th scope="col">What it is</th>
          <th scope="col" class="n">
            Articles
          </th>
          <th scope="col">Its own, and taken over</th>
          <th scope="col" class="n">
            Claims
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.outletId} data-row tabIndex={-1}>
            <th scope="row">
              <a href={outletHref(row.outletId)} data-open>
                <bdi>{row.name ?? row.outletId}</bdi>
              </a>
            </th>
            <td data-head="What it is">{what(row) || <span class="muted">not in the catalogue</span>}</td>
            <td data-head="Articles" class="n">
              {whole(row.articles)}
            </td>
            <td data-head="Taken over" class="own-bar">
              <span class="bar" aria-hidden="true">
                <i class="own" style={{ width: `${(100 * (row.articles - row.republished)) / most}%` }} />
                <i class="taken" style={{ width: `${(100 * row.republished) / most}%` }} />
              </span>
              <span>
                {percent(row.republishedShare ?? (row.articles ? row.republished / row.articles : 0))} taken over <Few n={row.articles} />
              </span>
            </td>
            <td data-head="Claims" class="n">
              {whole(row.claims)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function what(of: { kind?: string | null; owner?: string | null; country?: string | null }): string {
  return [of.kind, of.owner && `${of.owner}-owned`, of.country && nameOfId(of.country)].filter(Boolean).join(', ');
}
