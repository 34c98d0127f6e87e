import type { JSX } from 'preact';
import type { Edge } from '../api/articleTypes';
import { usePages } from '../search/usePages';
import { articleHref, copyHref, outletHref } from '../ui/links';
import { percent } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { Empty, Failed, Loading } from '../ui/States';
import { settled } from './settled';
import { edgeTime, KIND, shownBy } from './words';

/** All copies that the address asks for, the newest first. */
export function CopyList({ query }: { query: URLSearchParams }): JSX.Element {
  const text = query.toString();
  const path = `/api/lineage${text && `?${text}`}`;
  const pages = usePages<Edge>(path);
  const csv = new URLSearchParams(query);
  csv.set('format', 'csv');
  return (
    <Panel title="All of them" sql={pages.sql} csv={`/api/lineage?${csv}`} json={path} stale={pages.stale}>
      {pages.problem && <Failed problem={pages.problem} retry={pages.reload} />}
      {!pages.rows && !pages.problem && <Loading />}
      {pages.rows && pages.rows.length === 0 && (
        <Empty title="No copies">Either nothing was taken over, or the filter leaves nothing.</Empty>
      )}
      {pages.rows && pages.rows.length > 0 && (
        <table class="copy-list">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Copy</th>
              <th scope="col">Taken from</th>
              <th scope="col">What</th>
              <th scope="col" class="n">
                Of its words
              </th>
              <th scope="col">Shown by</th>
            </tr>
          </thead>
          <tbody>
            {pages.rows.map(settled).map((edge) => (
              <Row key={edge.id} edge={edge} />
            ))}
          </tbody>
        </table>
      )}
      {pages.more && (
        <button type="button" class="button more" disabled={pages.loadingMore} onClick={pages.loadMore}>
          {pages.loadingMore ? 'Loading …' : 'More'}
        </button>
      )}
    </Panel>
  );
}

function Row({ edge }: { edge: Edge }) {
  return (
    <tr data-row tabIndex={-1}>
      <td data-head="When">{edgeTime(edge)}</td>
      <td data-head="Copy">
        <Side outletId={edge.outletId} outletName={edge.outletName} articleId={edge.articleId} title={edge.title} />
      </td>
      <td data-head="Taken from">
        <Side outletId={edge.originOutletId} outletName={edge.originOutletName} articleId={edge.originId} title={edge.originTitle} />
      </td>
      <td data-head="What">{KIND[edge.kind]}</td>
      <td data-head="Of its words" class="n">
        <a href={copyHref(edge.id)} data-open title="The two texts side by side">
          {percent(edge.containment)}
        </a>
      </td>
      <td data-head="Shown by">
        {shownBy(edge)}
        {edge.contradicted && <small class="caution">the times say the opposite</small>}
      </td>
    </tr>
  );
}

interface SideProps {
  readonly outletId?: string | null | undefined;
  readonly outletName?: string | null | undefined;
  readonly articleId: string;
  readonly title?: string | null | undefined;
}

function Side({ outletId, outletName, articleId, title }: SideProps) {
  const name = <bdi>{outletName ?? outletId ?? 'an outlet without a name'}</bdi>;
  return (
    <>
      {outletId ? <a href={outletHref(outletId)}>{name}</a> : name}
      <a class="title" href={articleHref(articleId)} dir="auto">
        {title || 'without a title'}
      </a>
    </>
  );
}
