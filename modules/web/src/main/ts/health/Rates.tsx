import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Minute } from '../api/healthTypes';
import { counted, whole } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { rowsOf } from '../ui/rows';
import { clock } from '../ui/time';
import { roundUp } from '../timeline/scale';
import { useWidth } from '../ui/useWidth';

const MINUTES = 60;
const MINUTE_MS = 60_000;
const HEIGHT = 76;
const LEFT = 44;

/** What came in, a minute a column, over the last hour; minutes without anything are there, and empty. */
export function Rates({ rates, at }: { rates: readonly Minute[]; at: number }): JSX.Element {
  const last = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const known = new Map(rates.map((minute) => [Date.parse(minute.minute), minute]));
  const minutes = Array.from({ length: MINUTES }, (_, i) => last - (MINUTES - 1 - i) * MINUTE_MS);
  const sum = (of: 'articles' | 'claims') => minutes.reduce((n, minute) => n + (known.get(minute)?.[of] ?? 0), 0);
  const [articles, claims] = [sum('articles'), sum('claims')];
  return (
    <Panel
      title="The last hour"
      numbers={`${counted(articles, 'article')}, ${counted(claims, 'claim')}`}
      json="/api/health"
      rows={rowsOf(['minute', 'articles', 'claims'], rates)}
      sql={sqlSince(minutes[0]!)}
    >
      {articles + claims === 0 ? (
        <p class="muted">Nothing has come in.</p>
      ) : (
        <>
          <Columns name="articles a minute" minutes={minutes} values={minutes.map((minute) => known.get(minute)?.articles ?? 0)} />
          <Columns name="claims a minute" minutes={minutes} values={minutes.map((minute) => known.get(minute)?.claims ?? 0)} axis />
        </>
      )}
    </Panel>
  );
}

/** What came in, minute by minute, since a time. */
function sqlSince(from: number): string {
  const since = `timestamp '${new Date(from).toISOString().slice(0, 19).replace('T', ' ')}'`;
  return `select minute, count(*) filter (where what = 'articles') as articles, count(*) filter (where what = 'claims') as claims
from (
  select 'articles' as what, date_trunc('minute', recordedAt) as minute from articles where recordedAt >= ${since}
  union all
  select 'claims', date_trunc('minute', recordedAt) from claims where recordedAt >= ${since} and voice = 'OUTLET')
group by minute order by minute`;
}

interface ColumnsProps {
  readonly name: string;
  readonly minutes: readonly number[];
  readonly values: readonly number[];
  /** Whether the times stand below. */
  readonly axis?: boolean;
}

function Columns({ name, minutes, values, axis = false }: ColumnsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const most = roundUp(Math.max(...values));
  const room = Math.max(1, width - LEFT);
  const step = room / MINUTES;
  const top = 18;
  const y = (value: number) => top + (1 - value / most) * (HEIGHT - top);
  const total = values.reduce((a, b) => a + b, 0);
  const says = `${name}: ${whole(total)} in the hour, at most ${whole(Math.max(...values))} a minute`;
  return (
    <div ref={frame} class="rate">
      {width > 0 && (
        <svg width={width} height={HEIGHT + (axis ? 22 : 4)} role="img" aria-label={says}>
          <text x={LEFT} y={11}>
            {name}
          </text>
          <text x={LEFT - 8} y={y(most) + 5} text-anchor="end">
            {whole(most)}
          </text>
          <line x1={LEFT} x2={width} y1={y(most)} y2={y(most)} class="level" />
          <line x1={LEFT} x2={width} y1={HEIGHT} y2={HEIGHT} class="base" />
          {values.map((value, i) =>
            value > 0 ? (
              <rect
                key={minutes[i]}
                class={i === MINUTES - 1 ? 'open' : undefined}
                x={LEFT + i * step + step * 0.12}
                width={Math.max(1, step * 0.76)}
                y={Math.min(y(value), HEIGHT - 1.5)}
                height={Math.max(1.5, HEIGHT - y(value))}
              >
                <title>{`${clock(minutes[i]!)}: ${whole(value)}${i === MINUTES - 1 ? ', not over' : ''}`}</title>
              </rect>
            ) : null,
          )}
          {axis && (
            <>
              <text x={LEFT} y={HEIGHT + 18}>
                {clock(minutes[0]!)} UTC
              </text>
              <text x={LEFT + room / 2} y={HEIGHT + 18} text-anchor="middle">
                {clock(minutes[MINUTES / 2]!)}
              </text>
              <text x={width} y={HEIGHT + 18} text-anchor="end">
                now
              </text>
            </>
          )}
        </svg>
      )}
    </div>
  );
}
