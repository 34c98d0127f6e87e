import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Filter, one, setFilter } from '../api/filter';
import type { ConfidenceStep } from '../api/types';
import { useApi } from '../api/useApi';
import { score } from '../ui/numbers';

const SETTLE_MS = 250;

/** How sure a claim must be, and how many of those are right. */
export function SureAtLeast({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }): JSX.Element {
  const given = Number(one(filter, 'minConfidence') ?? 0) || 0;
  const [value, setValue] = useState(given);
  const { data } = useApi<{ steps: ConfidenceStep[] }>('/api/claims/confidence');
  useEffect(() => setValue(given), [given]);
  useEffect(() => {
    if (value === given) return;
    const timer = setTimeout(() => onChange(setFilter(filter, 'minConfidence', value > 0 ? [String(value)] : [])), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  const step = data?.steps.filter((s) => s.from <= value + 1e-9).at(-1);
  return (
    <section class="facet sure-at-least">
      <h2 id="sure-at-least">Sure at least</h2>
      <input
        type="range"
        min="0"
        max="0.95"
        step="0.05"
        value={value}
        aria-labelledby="sure-at-least"
        aria-valuetext={score(value)}
        style={{ '--part': `${(value / 0.95) * 100}%` }}
        onInput={(event) => setValue(Number(event.currentTarget.value))}
      />
      <small>
        {score(value)}
        {typeof step?.rightOf100 === 'number' && `: ${step.rightOf100} in 100 of these are right`}
      </small>
    </section>
  );
}
