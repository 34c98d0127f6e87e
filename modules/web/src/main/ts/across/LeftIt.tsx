import type { JSX } from 'preact';
import type { LeftOut } from '../api/clusterTypes';
import { outletHref } from '../ui/links';
import { counted, percent } from '../ui/numbers';
import { Few } from '../ui/Few';

/** From that share on an outlet usually has such claims: that it has not this one says something. */
const USUALLY = 0.1;

/** Who usually writes of the same things, wrote of them in those days and does not have it; others are folded. */
export function LeftIt({ left }: { left: readonly LeftOut[] }): JSX.Element {
  if (!left.length) return <p class="muted">Nobody who wrote of the same things in those days left it out.</p>;
  const rows = [...left].sort((a, b) => (b.usually ?? 0) - (a.usually ?? 0) || b.articles - a.articles);
  const usual = rows.filter(({ usually }) => (usually ?? 0) >= USUALLY);
  const rare = rows.filter(({ usually }) => (usually ?? 0) < USUALLY);
  return (
    <>
      {usual.length > 0 ? <Outlets rows={usual} /> : <p class="muted">Nobody who usually has such claims left it out.</p>}
      {rare.length > 0 && (
        <details class="rarely">
          <summary>{counted(rare.length, 'outlet')} that rarely or never have such claims</summary>
          <Outlets rows={rare} />
        </details>
      )}
    </>
  );
}

function Outlets({ rows }: { rows: readonly LeftOut[] }) {
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
