import type { ComponentChildren, JSX } from 'preact';
import { type Filter, isEmpty, withFilter } from '../api/filter';
import type { Claim } from '../api/types';
import { ClaimCard } from '../ui/ClaimCard';
import { counted } from '../ui/numbers';
import { SourceLinks } from '../ui/Panel';
import { Empty, Failed, Loading } from '../ui/States';
import type { Pages } from './usePages';

const SORTS = [
  ['newest', 'newest first'],
  ['oldest', 'oldest first'],
  ['confidence', 'surest first'],
  ['checkworthy', 'most worth checking first'],
] as const;

interface Props {
  readonly pages: Pages<Claim>;
  readonly total: number | null;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly children: ComponentChildren;
}

export function Results({ pages, total, sort, onSort, filter, onChange, children }: Props): JSX.Element {
  const { rows, stale } = pages;
  return (
    <section aria-labelledby="results" aria-busy={stale}>
      <header class="results-head">
        <h2 id="results">{total === null ? 'Claims' : counted(total, 'claim')}</h2>
        <label>
          <span class="hidden-text">In which order</span>
          <select class="field" value={sort} onChange={(event) => onSort(event.currentTarget.value)}>
            {SORTS.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {children}
        <SourceLinks
          sql={pages.sql}
          csv={withFilter('/api/claims', filter, { sort, format: 'csv' })}
          json={withFilter('/api/claims', filter, { sort, limit: 500 })}
          feed={withFilter('/feeds/claims.atom', filter)}
        />
      </header>
      {rows === null && !pages.problem && <Loading />}
      <div class={stale ? 'panel-body stale' : 'panel-body'}>
        {rows?.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} />
        ))}
      </div>
      {rows?.length === 0 && <Nothing filtered={!isEmpty(filter)} onAll={() => onChange({})} />}
      {pages.problem && <Failed problem={pages.problem} retry={rows === null ? pages.reload : pages.loadMore} />}
      {pages.more && !pages.problem && (
        <p class="ends">
          <button type="button" class="button" disabled={pages.loadingMore} onClick={pages.loadMore}>
            {pages.loadingMore ? 'Loading …' : 'More'}
          </button>
        </p>
      )}
    </section>
  );
}

function Nothing({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  return filtered ? (
    <Empty title="No claim is like this">
      Take one of the filters away, or{' '}
      <button type="button" class="link" onClick={onAll}>
        all of them
      </button>
      .
    </Empty>
  ) : (
    <Empty title="No claim has been read yet">They are found here, and under Live, as pages come in.</Empty>
  );
}
