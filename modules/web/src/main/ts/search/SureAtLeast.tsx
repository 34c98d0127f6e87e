import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Filter, one, setFilter, withFilter } from '../api/filter';
import type { Confidence, ConfidenceBand } from '../api/types';
import { useApi } from '../api/useApi';
import { score, whole } from '../ui/numbers';
import { Opens } from '../ui/Opens';
import { rightAt } from '../ui/SureOf';

const SETTLE_MS = 250;
const MOST = 0.95;

/** How sure a claim must be, below how many there are of each sureness. */
export function SureAtLeast({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }): JSX.Element {
  const given = Number(one(filter, 'minConfidence') ?? 0) || 0;
  const [value, setValue] = useState(given);
  // Of all that the other filters leave: what the handle would bring back is seen, too.
  const { data, stale } = useApi<Confidence>(withFilter('/api/claims/confidence', setFilter(filter, 'minConfidence', [])));
  useEffect(() => setValue(given), [given]);
  useEffect(() => {
    if (value === given) return;
    const timer = setTimeout(() => onChange(setFilter(filter, 'minConfidence', value > 0 ? [String(value)] : [])), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  const bands = data?.bands ?? [];
  const all = sum(bands);
  const left = countFrom(bands, value);
  const says = all > 0 && left !== null ? `${whole(left)} of ${whole(all)} claims` : null;
  return (
    <section class="facet sure-at-least">
      <h2 id="sure-at-least">Sure at least</h2>
      {all > 0 && <Bands bands={bands} value={value} stale={stale} />}
      <input
        type="range"
        min="0"
        max={MOST}
        step="0.05"
        value={value}
        aria-labelledby="sure-at-least"
        aria-valuetext={says ? `${score(value)}, ${says}` : score(value)}
        style={{ '--part': `${(value / MOST) * 100}%` }}
        onInput={(event) => setValue(Number(event.currentTarget.value))}
      />
      <small>
        {score(value)}
        {says && `: ${says}`}
      </small>
      {data && <Right of={data.measured} value={value} />}
    </section>
  );
}

/** How often claims that are as sure were right where people had annotated all of them. */
function Right({ of, value }: { of: Confidence['measured']; value: number }) {
  const right = rightAt(of, value);
  if (right === null) return null;
  return (
    <small class="right">
      {Math.round(100 * right)} in 100 as sure were right{' '}
      <Opens label="Where that was measured" content={() => <p>{of.source}.</p>}>
        where measured
      </Opens>
    </small>
  );
}

function sum(bands: readonly ConfidenceBand[]): number {
  return bands.reduce((n, { claims }) => n + claims, 0);
}

/** How many are at least that sure; null inside of a band, where it is not known. */
function countFrom(bands: readonly ConfidenceBand[], value: number): number | null {
  if (bands.some(({ from, to }) => from + 1e-9 < value && value < to - 1e-9)) return null;
  return sum(bands.filter(({ from }) => from >= value - 1e-9));
}

const HEIGHT = 30;

/** Above the handle's way, whose ends are half a handle further in. */
function Bands({ bands, value, stale }: { bands: readonly ConfidenceBand[]; value: number; stale: boolean }) {
  const most = Math.max(...bands.map(({ claims }) => claims));
  return (
    <svg class={stale ? 'sure-bands stale' : 'sure-bands'} viewBox={`0 0 ${MOST * 100} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {bands.map(({ from, to, claims }) => {
        const height = claims > 0 ? Math.max(1.5, (claims / most) * HEIGHT) : 0;
        return (
          <rect
            key={from}
            class={to <= value + 1e-9 ? 'out' : undefined}
            x={from * 100 + 0.5}
            width={Math.max(0, (Math.min(to, MOST) - from) * 100 - 1)}
            y={HEIGHT - height}
            height={height}
          />
        );
      })}
    </svg>
  );
}
