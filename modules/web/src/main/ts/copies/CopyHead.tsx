import type { JSX } from 'preact';
import type { ArticleText, Edge } from '../api/articleTypes';
import { Diff } from '../ui/Diff';
import { articleHref, outletHref } from '../ui/links';
import { counted, percent } from '../ui/numbers';
import { lasted, published } from '../ui/time';
import { isOpen } from './settled';
import { KIND_LONG, outletOf, shownByLong } from './words';

interface Props {
  readonly edge: Edge;
  readonly copy: ArticleText;
  readonly origin: ArticleText;
}

/** The two articles, which is the copy, and by what that shows. */
export function CopyHead({ edge, copy, origin }: Props): JSX.Element {
  const open = isOpen(edge);
  return (
    <>
      <div class="two-heads">
        <Head role={open ? 'one' : 'taken from'} article={origin} other={null} dek={edge.originDek} otherDek={null} />
        <Head role={open ? 'the other' : 'copy'} article={copy} other={origin} dek={edge.dek} otherDek={edge.originDek} />
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
        {!open && KIND_LONG[edge.kind]} {shownByLong(edge)}
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
  /** The one that it is compared with. */
  readonly otherDek: string | null | undefined;
}

function Head({ role, article, other, dek, otherDek }: HeadProps) {
  const name = <bdi>{outletOf(article)}</bdi>;
  return (
    <div>
      <p class="muted">
        <span class="role">{role}</span> {article.outletId ? <a href={outletHref(article.outletId)}>{name}</a> : name} <time dateTime={article.at}>{published(article)}</time>
      </p>
      <h2 dir="auto">
        <a href={articleHref(article.id)}>{other && article.title ? <Diff before={other.title} after={article.title} other="another headline" /> : article.title || 'without a title'}</a>
      </h2>
      {(dek || otherDek) && (
        <p class="dek" dir="auto">
          <Dek text={dek ?? null} other={otherDek ?? null} compared={other !== null} />
        </p>
      )}
    </div>
  );
}

/** The line below a headline, with what became of it in the copy. */
function Dek({ text, other, compared }: { text: string | null; other: string | null; compared: boolean }) {
  if (!compared) return <>{text}</>;
  if (text && other) return <Diff before={other} after={text} other="another line" />;
  return <span class="diff">{text ? <ins>{text}</ins> : <del>{other}</del>}</span>;
}
