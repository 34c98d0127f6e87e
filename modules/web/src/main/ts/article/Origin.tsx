import type { ComponentChildren, JSX } from 'preact';
import type { ArticleText, ArticleWhole, Edge, Notice } from '../api/articleTypes';
import { isOpen, settled } from '../copies/settled';
import { articleHref, copiesOf, copyHref, outletHref, safeUrl } from '../ui/links';
import { counted, percent } from '../ui/numbers';
import { day, dayAndClock } from '../ui/time';

/** What says, or shows, that the text is not the outlet's own; and who took it over from here. */
export function Origin({ whole }: { whole: ArticleWhole }): JSX.Element | null {
  const { article, copiedFrom, copies } = whole;
  const notices = (whole.notices ?? []).filter((notice) => notice.outletId !== article.outletId || !notice.outletId);
  const edges = [...copiedFrom, ...copies].map(settled);
  const sure = edges.filter((edge) => !isOpen(edge) && edge.articleId === article.id);
  const undecided = edges.filter(isOpen);
  const taken = edges.filter((edge) => !isOpen(edge) && edge.originId === article.id);
  const foreign = notices.length > 0 || sure.length > 0;
  if (!foreign && !undecided.length && !taken.length) return null;
  return (
    <aside class="notice" aria-label="Where it comes from">
      {foreign && (
        <ul>
          <li>
            <b>Not its own.</b>
          </li>
          {notices.map((notice) => (
            <li key={`n${notice.position}`}>{declared(notice)}</li>
          ))}
          {sure.map((edge) => (
            <li key={edge.id}>{found(edge)}</li>
          ))}
        </ul>
      )}
      {undecided.map((edge) => (
        <p key={edge.id}>{shared(edge, article)}</p>
      ))}
      {taken.length > 0 && (
        <p>
          <b>Copied</b> by {outletsOf(taken)}.{' '}
          <a href={copiesOf(article.id)}>{taken.length === 1 ? 'Its copy' : `Its ${counted(taken.length, 'copy', 'copies')}`} in time order</a>
        </p>
      )}
    </aside>
  );
}

function outlet(id: string | null | undefined, name: string | null | undefined): ComponentChildren {
  const text = <bdi>{name ?? id ?? 'an outlet without a name'}</bdi>;
  return id ? <a href={outletHref(id)}>{text}</a> : text;
}

function declared(notice: Notice): ComponentChildren {
  const url = safeUrl(notice.url);
  return (
    <>
      {notice.kind === 'CANONICAL_ELSEWHERE' ? (
        <>Its markup says that it belongs to {url ? <a href={url} target="_blank" rel="noreferrer noopener">{notice.name}</a> : <bdi>{notice.name}</bdi>}</>
      ) : (
        <q dir="auto">{notice.evidence}</q>
      )}{' '}
      <span class="tag">{notice.kind === 'AGENCY_CREDIT' ? 'agency credit' : 'declared'}</span>
    </>
  );
}

function found(edge: Edge): ComponentChildren {
  return (
    <>
      {percent(edge.containment)} of its words also stand in {outlet(edge.originOutletId, edge.originOutletName)}’s{' '}
      {edge.originTitle ? <a href={articleHref(edge.originId)} dir="auto">{edge.originTitle}</a> : <a href={articleHref(edge.originId)}>article</a>}
      {edge.originPublishedAt && ` of ${time(edge.originPublishedAt)}`} <span class="tag">found</span>
      {edge.contradicted && <span class="warn"> The times of publication say the opposite.</span>} <a href={copyHref(edge.id)}>what was changed</a>
    </>
  );
}

function shared(edge: Edge, article: ArticleText): ComponentChildren {
  const other = edge.articleId === article.id ? outlet(edge.originOutletId, edge.originOutletName) : outlet(edge.outletId, edge.outletName);
  const share = edge.articleId === article.id ? edge.containment : (edge.originContainment ?? edge.containment);
  return (
    <>
      {percent(share)} of its words also stand in an article of {other}; which of the two is the copy is not known. <a href={copyHref(edge.id)}>the two side by side</a>
    </>
  );
}

/** Midnight is a day that was given without a time. */
function time(iso: string): string {
  return Date.parse(iso) % 86_400_000 === 0 ? day(iso) : dayAndClock(iso);
}

function outletsOf(edges: readonly Edge[]): ComponentChildren {
  const names = new Map(edges.map((edge) => [edge.outletId ?? edge.outletName ?? edge.articleId, edge]));
  const list = [...names.values()];
  const shown = list.slice(0, 4);
  return (
    <>
      {shown.map((edge, i) => (
        <>
          {i > 0 && (i === list.length - 1 ? ' and ' : ', ')}
          {outlet(edge.outletId, edge.outletName)}
        </>
      ))}
      {list.length > shown.length && ` and ${list.length - shown.length} more`}
    </>
  );
}
