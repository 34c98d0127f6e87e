import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OutletWhole } from '../api/profileTypes';
import { articleHref } from '../ui/links';
import { counted } from '../ui/numbers';
import { published } from '../ui/time';

const FIRST = 5;

interface Props {
  /** The newest of them. */
  readonly articles: NonNullable<OutletWhole['whole']['own']>;
  /** How many there are. */
  readonly of: number;
}

/** What an outlet wrote itself, the newest first. */
export function OwnArticles({ articles, of }: Props): JSX.Element {
  const [all, setAll] = useState(false);
  if (!articles.length) return <p class="muted">Nothing that it published is known to be its own.</p>;
  const shown = all ? articles : articles.slice(0, FIRST);
  const more = of - articles.length;
  return (
    <>
      <ol class="own-articles">
        {shown.map((article) => (
          <li key={article.id} data-row tabIndex={-1}>
            <a href={articleHref(article.id)} data-open dir="auto">
              {article.title || 'without a title'}
            </a>{' '}
            <small>{published({ ...article, at: article.datedAt, atKind: article.publishedAt ? 'PUBLISHED' : 'FIRST_SEEN' })}</small>
          </li>
        ))}
      </ol>
      {shown.length < articles.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {counted(articles.length - shown.length, 'more', 'more')}
        </button>
      )}
      {all && more > 0 && <p class="muted">and {counted(more, 'older one')}</p>}
    </>
  );
}
