import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TermCount } from '../api/profileTypes';
import { CATEGORY } from '../article/words';
import { articleHref } from '../ui/links';
import { whole } from '../ui/numbers';
import { Opens } from '../ui/Opens';

const FIRST = 40;

/** The words that stand out in its own voice, by kind; each opens into the articles that have it. */
export function Terms({ terms }: { terms: readonly TermCount[] }): JSX.Element {
  const [all, setAll] = useState(false);
  if (!terms.length) return <p class="muted">Nothing stands out in its own words.</p>;
  const shown = all ? terms : terms.slice(0, FIRST);
  const by = new Map<TermCount['category'], TermCount[]>();
  for (const term of shown) by.set(term.category, [...(by.get(term.category) ?? []), term]);
  return (
    <>
      <dl class="categories">
        {[...by].map(([category, list]) => (
          <div key={category}>
            <dt>
              {CATEGORY[category] ?? category.toLowerCase()} <span class="muted">{whole(list.reduce((n, term) => n + term.count, 0))}</span>
            </dt>
            <dd>
              {list.map((term) => (
                <span key={term.text} class="term">
                  <Opens label={`Articles with ${term.text}`} content={() => <Where term={term} />}>
                    {term.text}
                    {term.count > 1 && <small> ×{term.count}</small>}
                  </Opens>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {shown.length < terms.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {whole(terms.length - shown.length)} more
        </button>
      )}
    </>
  );
}

function Where({ term }: { term: TermCount }) {
  const articles = (term.articles ?? []).map((article) => (typeof article === 'string' ? { id: article, title: null } : article));
  return (
    <div class="evidence">
      <p class="what">
        “<bdi class="name">{term.text}</bdi>” stands in
      </p>
      <ul>
        {articles.map((article, i) => (
          <li key={article.id}>
            <a href={`${articleHref(article.id)}?show=wording`} dir="auto">
              {article.title || `article ${i + 1}`}
            </a>
          </li>
        ))}
        {!articles.length && <li class="muted">articles that are no longer kept</li>}
      </ul>
    </div>
  );
}
