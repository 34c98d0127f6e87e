import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Series } from '../api/types';
import { counted, FEW, percent, whole } from '../ui/numbers';
import { bucketName, day, tickName } from '../ui/time';
import { useWidth } from '../ui/useWidth';
import { Brush } from './Brush';
import { Bars, Lines } from './Marks';
import { type Column, columnsOf, labelStep, roundUp, shareOf } from './scale';

interface Props {
  /** One series is drawn as numbers of claims; two as their shares of all claims. */
  readonly series: readonly Series[];
  readonly names: readonly string[];
  /** What is cut to, in milliseconds; null is open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly onCut: (from: number | null, to: number | null) => void;
  /** What stands below it on the right. */
  readonly children?: ComponentChildren;
}

const PLOT = 112;
const TOP = 16;
const AXIS = 20;

/** Claims over time. One drags over it to cut everything else to a time; what is not over yet is dashed. */
export function Timeline({ series, names, from, to, onCut, children }: Props): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [at, setAt] = useState<number | null>(null);
  const columns = columnsOf(series);
  const shares = series.length > 1;
  const top = shares
    ? Math.min(1, roundUp(Math.max(0.01, ...columns.flatMap((column) => column.buckets.map((b) => shareOf(b) ?? 0)))))
    : roundUp(Math.max(1, ...columns.map((column) => column.buckets[0]?.claims ?? 0)));
  const by = series[0]?.by ?? 'day';
  const column = at === null ? undefined : columns[at];
  if (columns.every((c) => c.buckets.every((bucket) => !bucket?.claims))) {
    return (
      <p class="muted">
        {columns.length > 0 ? 'None at any time.' : 'What comes in is drawn over time here.'} {children}
      </p>
    );
  }
  return (
    <div class="timeline">
      <p class="readout" aria-hidden="true">
        {column ? <Readout column={column} by={by} names={names} shares={shares} /> : <span class="muted">Drag over it to cut all else to a time.</span>}
      </p>
      <div class="frame" ref={frame}>
        {width > 0 && (
          <>
            <svg width={width} height={TOP + PLOT + AXIS} viewBox={`0 0 ${width} ${TOP + PLOT + AXIS}`} aria-hidden="true">
              <g class="grid">
                <line x1={0} x2={width} y1={TOP + 0.5} y2={TOP + 0.5} />
                <line x1={0} x2={width} y1={TOP + PLOT + 0.5} y2={TOP + PLOT + 0.5} class="base" />
                <text x={0} y={TOP - 4}>
                  {shares ? `${percent(top)} of all claims` : counted(top, 'claim')}
                </text>
              </g>
              {at !== null && <rect class="at" x={(at * width) / columns.length} y={TOP} width={width / columns.length} height={PLOT} />}
              <g transform={`translate(0 ${TOP})`}>
                {columns.map((column, i) => column.gap && <Gap key={column.start} x={((i + 0.5) * width) / columns.length} />)}
                {shares ? (
                  <Lines columns={columns} top={top} width={width} height={PLOT} />
                ) : (
                  <Bars columns={columns} top={top} width={width} height={PLOT} />
                )}
              </g>
              <Axis columns={columns} by={by} width={width} y={TOP + PLOT} />
            </svg>
            <Brush
              columns={columns}
              by={by}
              width={width}
              top={TOP}
              height={PLOT}
              from={from}
              to={to}
              onCut={onCut}
              onPoint={setAt}
            />
          </>
        )}
      </div>
      <div class="foot">
        {children}
        <AsTable columns={columns} by={by} names={names} shares={shares} />
      </div>
    </div>
  );
}

/** Says of how many it is not known when they were published. */
export function Undated({ n }: { n: number }): JSX.Element | null {
  if (n === 0) return null;
  return (
    <span class="muted">
      {counted(n, 'claim')} {n === 1 ? 'stands' : 'stand'} where first seen: the page gives no time.
    </span>
  );
}

/** A long time of which there is nothing, left out of the axis. */
function Gap({ x }: { x: number }) {
  return <path class="gap" d={`M${x - 7} ${PLOT + 5}l4 -10m6 10l4 -10`} />;
}

function Axis({ columns, by, width, y }: { columns: readonly Column[]; by: Series['by']; width: number; y: number }) {
  const step = labelStep(columns.length, width, by);
  const each = width / columns.length;
  const labels = labelled(columns, step);
  const open = columns.findIndex((column) => column.open);
  // The word about the open end needs its place before any date does.
  const until = open < 0 ? width : width - 118;
  return (
    <g class="axis">
      {columns.map((column, i) =>
        labels.has(i) && i * each + 44 < until ? (
          <text key={column.start} x={i * each} y={y + 15}>
            {tickName(column.start, by, [...labels].filter((j) => j < i).map((j) => columns[j]!.start).at(-1) ?? null)}
          </text>
        ) : null,
      )}
      {open >= 0 && (
        <text x={width} y={y + 15} text-anchor="end" class="open">
          {open === columns.length - 1 ? `${tickName(columns[open]!.start, by, columns[open - 1]?.start ?? null)}, not over` : 'not over'}
        </text>
      )}
    </g>
  );
}

/** Every so many columns, begun anew behind each gap. */
function labelled(columns: readonly Column[], step: number): Set<number> {
  const labels = new Set<number>();
  let next = 0;
  columns.forEach((column, i) => {
    if (column.gap) next = Math.max(next, i + 1);
    else if (i >= next) {
      labels.add(i);
      next = i + step;
    }
  });
  return labels;
}

function Readout({ column, by, names, shares }: { column: Column; by: Series['by']; names: readonly string[]; shares: boolean }) {
  if (column.gap) return <>Nothing from {nameOf(column, by)}.</>;
  return (
    <>
      <b>{bucketName(column.start, by)}</b>
      {column.open && ', not over'}:{' '}
      {column.buckets.map((bucket, i) => (
        <span key={i} class={shares ? `side s${i}` : ''}>
          {shares && <>{names[i]} </>}
          {bucket ? `${whole(bucket.claims)} of ${counted(bucket.of, 'claim')}` : 'nothing'}
          {shareOf(bucket) !== null && `, ${percent(shareOf(bucket)!)}`}
          {shares && bucket && bucket.of > 0 && bucket.of < FEW && <em> (few)</em>}
          {i < column.buckets.length - 1 && ' · '}
        </span>
      ))}
    </>
  );
}

/** A column in words; of a gap its first and last day. */
function nameOf(column: Column, by: Series['by']): string {
  return column.gap ? `${day(column.start)} to ${day(column.end - 1)}` : bucketName(column.start, by);
}

/** The same for those who read it: behind a word, so that it is there without being in the way. */
function AsTable({ columns, by, names, shares }: { columns: readonly Column[]; by: Series['by']; names: readonly string[]; shares: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {open && (
        <div class="scrolls" tabIndex={0} role="group" aria-label="Claims over time, as a table">
          <table>
            <thead>
              <tr>
                <th>Time (UTC)</th>
                {(shares ? names : ['Claims']).map((name) => (
                  <th key={name} class="n">
                    {name}
                  </th>
                ))}
                <th class="n">Of all claims</th>
              </tr>
            </thead>
            <tbody>
              {columns.map((column) => (
                <tr key={column.start}>
                  <td>
                    {nameOf(column, by)}
                    {column.open && ', not over'}
                  </td>
                  {column.buckets.map((bucket, i) => (
                    <td key={i} class="n">
                      {bucket ? whole(bucket.claims) : ''}
                      {shares && shareOf(bucket) !== null && ` (${percent(shareOf(bucket)!)})`}
                    </td>
                  ))}
                  <td class="n">{whole(Math.max(0, ...column.buckets.map((bucket) => bucket?.of ?? 0)))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
