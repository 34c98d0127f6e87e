import type { JSX } from 'preact';
import type { EntityRow } from '../api/profileTypes';
import { goQuery, useQuery } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { TYPE } from '../article/words';
import { usePages } from '../search/usePages';
import { WordsField } from '../ui/Filters';
import { entityHref } from '../ui/links';
import { whole } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { Empty, Failed, Loading } from '../ui/States';

/** All that is named, the most named first. */
export default function Entities(_: ViewProps): JSX.Element {
  useTitle('Entities');
  const query = useQuery();
  const [q, type] = [query.get('q'), query.get('type')];
  const asked = new URLSearchParams();
  if (q) asked.set('q', q);
  if (type) asked.set('type', type);
  const text = asked.toString();
  const path = `/api/entities${text && `?${text}`}`;
  const pages = usePages<EntityRow>(path);
  const choose = (value: string) => {
    const next = new URLSearchParams(query);
    if (value) next.set('type', value);
    else next.delete('type');
    goQuery(next);
  };
  return (
    <div class="entities">
      <div class="list-head">
        <h1>Entities</h1>
        <WordsField name="q" label="Part of a name" placeholder="Part of a name …" />
        <label class="filters">
          <span>What it is</span>
          <select class="field" value={type ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">anything</option>
            {Object.entries(TYPE).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Panel title="What is named" numbers="of what the catalogue knows; anybody else who speaks is found by name above" sql={pages.sql} json={path} csv={`${path}${text ? '&' : '?'}format=csv`} stale={pages.stale}>
        {pages.problem && <Failed problem={pages.problem} retry={pages.reload} />}
        {!pages.rows && !pages.problem && <Loading />}
        {pages.rows && !pages.rows.length && <Empty title="Nothing">{text ? 'Nothing is left with these filters.' : 'Nothing that the catalogue knows was named so far.'}</Empty>}
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

function Table({ rows }: { rows: readonly EntityRow[] }) {
  const most = Math.max(...rows.map((row) => row.mentions), 1);
  return (
    <table class="profile-list">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">What it is</th>
          <th scope="col" class="n">
            Mentions
          </th>
          <th scope="col" aria-hidden="true" />
          <th scope="col" class="n">
            Articles
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.entityId} data-row tabIndex={-1}>
            <th scope="row">
              <a href={entityHref(row.entityId)} data-open>
                <bdi>{row.name}</bdi>
              </a>
            </th>
            <td data-head="What it is">{row.type ? (TYPE[row.type] ?? row.type.toLowerCase()) : ''}</td>
            <td data-head="Mentions" class="n">
              {whole(row.mentions)}
            </td>
            <td class="own-bar" aria-hidden="true">
              <span class="bar">
                <i class="own" style={{ width: `${(100 * row.mentions) / most}%` }} />
              </span>
            </td>
            <td data-head="Articles" class="n">
              {whole(row.articles)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
