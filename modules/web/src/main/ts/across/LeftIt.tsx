import type { JSX } from 'preact';
import type { LeftOut } from '../api/clusterTypes';
import { outletHref } from '../ui/links';
import { counted, percent } from '../ui/numbers';
import { Few } from '../ui/Few';

/** Who wrote of the same things in those days and does not have it: those who usually would first. */
export function LeftIt({ left }: { left: readonly LeftOut[] }): JSX.Element {
  if (!left.length) return <p class="muted">Nobody who wrote of the same things in those days left it out.</p>;
  const rows = [...left].sort((a, b) => (b.usually ?? 0) - (a.usually ?? 0) || b.articles - a.articles);
  return (
    <ul class="left-out">
      {rows.map((row) => (
        <li key={row.outletId} data-row tabIndex={-1}>
          <span>
            <a href={outletHref(row.outletId)} data-open>
              <bdi>{row.outletName ?? row.outletId}</bdi>
            </a>{' '}
            <span class="muted">{counted(row.articles, 'article')} of the same things in those days</span>
          </span>
          {typeof row.usually === 'number' && (
            <span>
              has {percent(row.usually)} of such claims {typeof row.ofClaims === 'number' && <Few n={row.ofClaims} of="claim" />}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
