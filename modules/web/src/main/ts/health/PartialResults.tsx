import type { JSX } from 'preact';
import type { Partial } from '../api/healthTypes';
import { articleHref } from '../ui/links';
import { whole } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { rowsOf } from '../ui/rows';

/** Articles of which a part could not be read or understood, by reason; each reason leads to one of them. */
export function PartialResults({ partial }: { partial: readonly Partial[] }): JSX.Element {
  return (
    <Panel
      title="Read in part"
      json="/api/health"
      rows={rowsOf(['reason', 'articles', 'example'], partial)}
      sql="select reason, count(distinct articleId) as articles from (select id as articleId, unnest(partial) as reason from articles union all select articleId, unnest(partial) from annotations) group by 1 order by 2 desc, 1"
    >
      {partial.length === 0 ? (
        <p class="muted">Every article was read and understood as a whole.</p>
      ) : (
        <table class="partial">
          <thead>
            <tr>
              <th scope="col">Why</th>
              <th scope="col" class="n">
                Articles
              </th>
              <th scope="col">
                <span class="hidden-text">Such as</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {partial.map(({ reason, articles, example }) => (
              <tr key={reason} data-row tabIndex={-1}>
                <td dir="auto">{reason}</td>
                <td class="n">{whole(articles)}</td>
                <td>
                  {example && (
                    <a href={articleHref(example)} data-open aria-label={`One of them: ${reason}`}>
                      {articles === 1 ? 'the article' : 'one of them'}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
