import type { JSX } from 'preact';
import type { ArticleText, Edge } from '../api/articleTypes';
import { Diff } from '../ui/Diff';
import { articleHref, outletHref } from '../ui/links';
import { counted, percent } from '../ui/numbers';
import { lasted, published } from '../ui/time';
import { DIRECTION_LONG, KIND_LONG, outletOf } from './words';

interface Props {
  readonly edge: Edge;
  readonly copy: ArticleText;
  readonly origin: ArticleText;
}

/** The two articles, which is the copy, and by what that shows. */
export function CopyHead({ edge, copy, origin }: Props): JSX.Element {
  const open = edge.direction === 'UNDECIDED';
  return (
    <>
      <div class="two-heads">
        <Head role={open ? 'one' : 'taken from'} article={origin} other={null} dek={edge.originDek} />
        <Head role={open ? 'the other' : 'copy'} article={copy} other={origin} dek={edge.dek} />
      </div>
      <ul class="facts">
        <li>
          <b>{percent(edge.containment)}</b> of {open ? 'the other’s' : 'the copy’s'} own words stand in {open ? 'the one' : 'the origin'}
        </li>
        {typeof edge.originContainment === 'number' && (
          <li>
            <b>{percent(edge.originContainment)}</b> of {open ? 'the one’s' : 'the origin’s'} in {open ? 'the other' : 'the copy'}
          </li>
        )}
        {edge.longestRun ? (
          <li>
            longest the same: <b>{counted(edge.longestRun, 'word')}</b>
          </li>
        ) : null}
        <Lag copy={copy} origin={origin} />
      </ul>
      <p class="shows">
        {!open && KIND_LONG[edge.kind]} {DIRECTION_LONG[edge.direction]}
        {edge.contradicted && <span class="warn"> The times of publication say the opposite.</span>}
      </p>
    </>
  );
}

/** How long the copy took, where both tell their time to the minute. */
function Lag({ copy, origin }: { copy: ArticleText; origin: ArticleText }) {
  if (copy.publishedPrecision !== 'TIME' || origin.publishedPrecision !== 'TIME') return null;
  const lag = Date.parse(copy.at) - Date.parse(origin.at);
  if (lag < 0) return null;
  return (
    <li>
      <b>{lasted(lag)}</b> later
    </li>
  );
}

interface HeadProps {
  readonly role: string;
  readonly article: ArticleText;
  /** The article whose title this one's is compared with. */
  readonly other: ArticleText | null;
  /** The line below the headline, where it differs. */
  readonly dek: string | null | undefined;
}

function Head({ role, article, other, dek }: HeadProps) {
  const name = <bdi>{outletOf(article)}</bdi>;
  return (
    <div>
      <p class="muted">
        <span class="role">{role}</span> {article.outletId ? <a href={outletHref(article.outletId)}>{name}</a> : name} <time dateTime={article.at}>{published(article)}</time>
      </p>
      <h2 dir="auto">
        <a href={articleHref(article.id)}>{other && article.title ? <Diff before={other.title} after={article.title} /> : article.title || 'without a title'}</a>
      </h2>
      {dek && (
        <p class="dek" dir="auto">
          {dek}
        </p>
      )}
    </div>
  );
}
