import type { JSX } from 'preact';
import type { ArticleWhole } from '../api/articleTypes';

/** What could not be read, in the words of whoever gave up on it: what is missing here need not be missing there. */
export function Unread({ whole }: { whole: ArticleWhole }): JSX.Element | null {
  const page = whole.article.partial ?? [];
  const text = (whole.annotationPartial ?? []).filter((reason) => !page.includes(reason));
  if (!page.length && !text.length) return null;
  return (
    <aside class="notice unread" aria-label="What could not be read">
      <p>
        <b>{page.length ? 'Not all of the page could be read.' : 'Not all of the text was understood.'}</b> Claims and marks may be missing.
      </p>
      <ul>
        {[...page, ...text].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </aside>
  );
}
