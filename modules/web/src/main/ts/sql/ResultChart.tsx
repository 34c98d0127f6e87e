import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { TableAnswer } from '../api/sqlTypes';
import { roundUp } from '../timeline/scale';
import { counted, whole } from '../ui/numbers';
import { clock, day, shortDay } from '../ui/time';
import { useWidth } from '../ui/useWidth';
import { isTime, number } from './cells';
import { type Bar, barsOf, choicesOf, COUNT, type Line, linesOf, type Plan, planOf } from './plot';

export type Wanted = Readonly<Record<'kind' | 'x' | 'y', string | null>>;

interface Props {
  readonly answer: TableAnswer;
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
}

/** The answer as bars or lines; which of them, and of which columns, is chosen by their types until one says so. */
export function ResultChart({ answer, wanted, onWant }: Props): JSX.Element {
  const plan = planOf(answer, wanted);
  if (!plan) return <p class="muted">No column of this answer can be drawn.</p>;
  const { columns } = answer;
  const choices = choicesOf(answer);
  const nameOf = (i: number) => (i === COUNT ? 'number of rows' : columns[i]!.name);
  const valueOf = (i: number) => (i === COUNT ? 'rows' : columns[i]!.name);
  const select = (name: 'kind' | 'x' | 'y', label: string, value: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}
      <select class="field" value={value} onChange={(event) => onWant({ ...wanted, [name]: event.currentTarget.value })}>
        {options.map(([of, shown]) => (
          <option key={of} value={of}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
  const says = `${nameOf(plan.y)} by ${columns[plan.x]!.name}`;
  return (
    <div class="sql-chart">
      <div class="sql-axes">
        {select('y', 'shown', valueOf(plan.y), choices.y.map((i) => [valueOf(i), nameOf(i)] as const))}
        {select('x', 'by', valueOf(plan.x), choices.x.map((i) => [valueOf(i), nameOf(i)] as const))}
        {select('kind', 'as', plan.kind, [['bars', 'bars'], ['line', 'line']])}
      </div>
      {plan.kind === 'bars' ? (
        <Bars bars={barsOf(answer, plan)} says={says} />
      ) : (
        <Lines lines={linesOf(answer, plan)} plan={plan} answer={answer} says={says} />
      )}
    </div>
  );
}

const FIRST = 25;

function Bars({ bars, says }: { bars: readonly Bar[]; says: string }) {
  const [all, setAll] = useState(false);
  const values = bars.map(({ value }) => value);
  const least = Math.min(0, ...values);
  const span = Math.max(0, ...values) - least || 1;
  const zero = (100 * -least) / span;
  const shown = all ? bars : bars.slice(0, FIRST);
  if (!bars.length) return <p class="muted">No row has a number to draw.</p>;
  return (
    <>
      <ol class="sql-bars" aria-label={says}>
        {shown.map(({ key, label, note, value }) => (
          <li key={key}>
            <span class="label">
              <bdi>{label || 'nothing'}</bdi>
              {note && (
                <small>
                  {' '}
                  <bdi>{note}</bdi>
                </small>
              )}
            </span>
            <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
              <rect x={value < 0 ? zero - (100 * -value) / span : zero} width={(100 * Math.abs(value)) / span} height="10" />
              {least < 0 && <line x1={zero} x2={zero} y1="0" y2="10" vector-effect="non-scaling-stroke" />}
            </svg>
            <span class="n">{number(value)}</span>
          </li>
        ))}
      </ol>
      {shown.length < bars.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {whole(bars.length - shown.length)} more
        </button>
      )}
    </>
  );
}

const HEIGHT = 260;
const LEFT = 52;
const RIGHT = 14;
const TOP = 10;
const BOTTOM = 28;
const TICK = 90;
const DOTS = 200;

function Lines({ lines, plan, answer, says }: { lines: readonly Line[]; plan: Plan; answer: TableAnswer; says: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const points = lines.flatMap((line) => line.points);
  if (!points.length) return <p class="muted">No row has a number to draw.</p>;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const top = Math.max(...ys) > 0 ? roundUp(Math.max(...ys)) : 0;
  const bottom = Math.min(...ys) < 0 ? -roundUp(-Math.min(...ys)) : 0;
  const room = Math.max(1, width - LEFT - RIGHT);
  const px = (x: number) => LEFT + (last === first ? room / 2 : ((x - first) / (last - first)) * room);
  const py = (y: number) => TOP + ((top - y) / (top - bottom || 1)) * (HEIGHT - TOP - BOTTOM);
  const timed = isTime(answer.columns[plan.x]!);
  const name = (x: number) => (timed ? (last - first < 2 * 86_400_000 ? clock(x) : shortDay(x)) : number(x));
  const whole = (x: number) => (timed ? `${day(x)}${x % 86_400_000 ? `, ${clock(x)}` : ''}` : number(x));
  const ticks = ticksOf(first, last, Math.max(1, Math.floor(room / TICK)));
  const levels = bottom < 0 ? [top, 0, bottom].filter((y, i, all) => all.indexOf(y) === i) : [top, top / 2, 0];
  return (
    <>
      <div ref={frame} class="sql-lines">
        {width > 0 && (
          <svg width={width} height={HEIGHT} role="img" aria-label={`${says}: ${counted(points.length, 'point')}. The table has the numbers.`}>
            {levels.map((y) => (
              <g key={y}>
                <line class={y === 0 ? 'base' : 'level'} x1={LEFT} x2={width - RIGHT} y1={py(y)} y2={py(y)} />
                <text x={LEFT - 8} y={py(y) + 4} text-anchor="end">
                  {number(y)}
                </text>
              </g>
            ))}
            {ticks.map((x, i) => (
              <text key={x} x={px(x)} y={HEIGHT - 6} text-anchor={ticks.length > 1 && i === 0 ? 'start' : i === ticks.length - 1 && i > 0 ? 'end' : 'middle'}>
                {name(x)}
              </text>
            ))}
            {lines.map((line, i) => (
              <g key={line.name} class={`of s${i % 6}`}>
                <path d={line.points.map(([x, y], j) => `${j ? 'L' : 'M'}${px(x).toFixed(1)} ${py(y).toFixed(1)}`).join('')} />
                {points.length <= DOTS &&
                  line.points.map(([x, y], j) => (
                    <circle key={j} cx={px(x)} cy={py(y)} r="3.5">
                      <title>{`${line.name && line.name + ', '}${whole(x)}: ${number(y)}`}</title>
                    </circle>
                  ))}
              </g>
            ))}
          </svg>
        )}
      </div>
      {lines.length > 1 && (
        <ul class="sql-key">
          {lines.map((line, i) => (
            <li key={line.name}>
              <svg width="26" height="10" aria-hidden="true" class={`of s${i % 6}`}>
                <path d="M1 5H25" />
                <circle cx="13" cy="5" r="3.5" />
              </svg>
              <bdi>{line.name || 'nothing'}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** So many places of an axis, both ends among them. */
function ticksOf(first: number, last: number, most: number): number[] {
  if (first === last || most < 2) return [first];
  const steps = Math.min(6, most) - 1;
  return Array.from({ length: steps + 1 }, (_, i) => first + ((last - first) * i) / steps);
}
