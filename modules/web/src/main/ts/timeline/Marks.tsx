import { Fragment, type JSX } from 'preact';
import { FEW } from '../ui/numbers';
import { type Column, shareOf } from './scale';

interface Props {
  readonly columns: readonly Column[];
  /** The value at the upper edge. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Numbers of claims as bars; those of a time that is not over are drawn as an outline. */
export function Bars({ columns, top, width, height }: Props): JSX.Element {
  const each = width / columns.length;
  const gap = each > 6 ? Math.min(10, each * 0.22) : each > 2 ? 1 : 0;
  return (
    <g class="bars-of">
      {columns.map((column, i) => {
        const claims = column.buckets[0]?.claims ?? 0;
        if (claims === 0) return null;
        const tall = Math.max(2, (claims / top) * height);
        const box = { x: i * each + gap / 2, y: height - tall, width: Math.max(1, each - gap), height: tall };
        return column.open ? (
          <rect key={column.start} class="open" {...inset(box)} />
        ) : (
          <rect key={column.start} {...box} />
        );
      })}
    </g>
  );
}

/** So that the outline ends where the bar would. */
function inset(box: { x: number; y: number; width: number; height: number }) {
  return { x: box.x + 0.5, y: box.y + 0.5, width: Math.max(1, box.width - 1), height: Math.max(1, box.height - 0.5) };
}

/** Shares of all claims as lines. A share of few is a hollow point; the way to a time that is not over is dashed. */
export function Lines({ columns, top, width, height }: Props): JSX.Element {
  const each = width / columns.length;
  const sides = columns[0]?.buckets.length ?? 0;
  return (
    <>
      {Array.from({ length: sides }, (_, side) => {
        const points = columns.flatMap((column, i) => {
          const bucket = column.buckets[side];
          const share = shareOf(bucket);
          return share === null
            ? []
            : [{ i, x: (i + 0.5) * each, y: height - (share / top) * height, few: bucket!.of < FEW, open: column.open }];
        });
        return (
          <g key={side} class={`line s${side}`}>
            {points.map((point, n) => {
              const before = points[n - 1];
              return (
                <Fragment key={point.i}>
                  {before && (
                    <line
                      x1={before.x}
                      y1={before.y}
                      x2={point.x}
                      y2={point.y}
                      class={point.open || point.i - before.i > 1 ? 'open' : ''}
                    />
                  )}
                </Fragment>
              );
            })}
            {points.map((point) =>
              each > 12 || point.few ? <circle key={point.i} cx={point.x} cy={point.y} r={3.2} class={point.few || point.open ? 'few' : ''} /> : null,
            )}
          </g>
        );
      })}
    </>
  );
}
