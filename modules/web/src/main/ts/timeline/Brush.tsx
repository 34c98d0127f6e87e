import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { By } from '../api/types';
import { bucketName } from '../ui/time';
import { type Column, positionOf } from './scale';

interface Props {
  readonly columns: readonly Column[];
  readonly by: By;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly onCut: (from: number | null, to: number | null) => void;
  /** The column under the mouse, or null. */
  readonly onPoint: (column: number | null) => void;
}

/** In columns, `start` before `end`. */
interface Cut {
  readonly start: number;
  readonly end: number;
}

type Grip = { readonly kind: 'new' | 'move' | 'start' | 'end'; readonly at: number; readonly cut: Cut; moved: boolean };

/** A hand that rests is not one that drags. */
const STILL_PX = 5;
/** Keys that follow each other make one step in the history, and one question. */
const SETTLE_MS = 350;

/**
 * What one drags, on a timeline: anew over the plot, the cut as a whole, or its edges; by mouse, by finger, and by the
 * arrow keys on the edges. A press on one column cuts to it, or lets go where it is the cut already.
 */
export function Brush({ columns, by, width, top, height, from, to, onCut, onPoint }: Props): JSX.Element {
  const n = columns.length;
  const each = width / n;
  const given: Cut | null =
    from === null && to === null
      ? null
      : { start: from === null ? 0 : positionOf(from, columns), end: to === null ? n : positionOf(to, columns) };
  const [drawn, setDrawn] = useState<Cut | null>(null);
  const grip = useRef<Grip | null>(null);
  const settle = useRef(0);
  useEffect(() => () => clearTimeout(settle.current), []);
  // What the address says now is newer than what was drawn.
  useEffect(() => setDrawn(null), [from, to]);
  const cut = drawn ?? given;

  const commit = (value: Cut | null) => {
    clearTimeout(settle.current);
    setDrawn(value);
    if (!value || (value.start <= 0 && value.end >= n)) onCut(null, null);
    else onCut(value.start <= 0 ? null : columns[Math.floor(value.start)]!.start, value.end >= n ? null : columns[Math.ceil(value.end) - 1]!.end);
  };
  const columnAt = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return (event.clientX - box.left) / each;
  };
  const onDown = (event: JSX.TargetedPointerEvent<HTMLDivElement>) => {
    if (event.button) return;
    const at = columnAt(event);
    const edge = (event.target as HTMLElement).dataset['edge'] as 'start' | 'end' | undefined;
    const inside = cut !== null && at > cut.start && at < cut.end;
    grip.current = { kind: edge ?? (inside ? 'move' : 'new'), at, cut: cut ?? { start: 0, end: n }, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onMove = (event: JSX.TargetedPointerEvent<HTMLDivElement>) => {
    const at = columnAt(event);
    if (event.pointerType === 'mouse') onPoint(at >= 0 && at < n ? Math.floor(at) : null);
    const held = grip.current;
    if (!held) return;
    if (!held.moved && Math.abs(at - held.at) * each < STILL_PX) return;
    held.moved = true;
    setDrawn(dragged(held, at, n));
  };
  const onUp = (event: JSX.TargetedPointerEvent<HTMLDivElement>) => {
    const held = grip.current;
    grip.current = null;
    if (!held) return;
    const at = columnAt(event);
    if (held.moved) commit(dragged(held, at, n));
    else if (held.kind === 'new' || held.kind === 'move') {
      const start = Math.max(0, Math.min(n - 1, Math.floor(at)));
      const same = cut !== null && cut.start >= start && cut.end <= start + 1;
      commit(same ? null : { start, end: start + 1 });
    }
  };
  const onKey = (edge: 'start' | 'end', event: KeyboardEvent) => {
    const now = cut ?? { start: 0, end: n };
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7, Home: -n, End: n }[event.key];
    if (event.key === 'Escape' && cut) commit(null);
    if (by === undefined) return;
    event.preventDefault();
    const next =
      edge === 'start'
        ? { ...now, start: Math.max(0, Math.min(Math.ceil(now.end) - 1, Math.floor(now.start) + by)) }
        : { ...now, end: Math.min(n, Math.max(Math.floor(now.start) + 1, Math.ceil(now.end) + by)) };
    setDrawn(next);
    clearTimeout(settle.current);
    settle.current = window.setTimeout(() => commit(next), SETTLE_MS);
  };
  const shown = cut ?? { start: 0, end: n };
  const edges = [
    { edge: 'start', label: 'From', value: shown.start, text: columns[Math.min(n - 1, Math.floor(shown.start))] },
    { edge: 'end', label: 'Until the end of', value: shown.end, text: columns[Math.max(0, Math.ceil(shown.end) - 1)] },
  ] as const;
  return (
    <div
      class={`brush ${cut ? 'cut' : ''}`}
      style={{ top: `${top}px`, height: `${height}px` }}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={() => {
        grip.current = null;
        setDrawn(null);
      }}
      onPointerLeave={() => onPoint(null)}
    >
      {cut && (
        <>
          <div class="off" style={{ left: 0, width: `${cut.start * each}px` }} />
          <div class="off" style={{ left: `${cut.end * each}px`, right: 0 }} />
          <div class="on" style={{ left: `${cut.start * each}px`, width: `${(cut.end - cut.start) * each}px` }} />
        </>
      )}
      {n > 0 &&
        edges.map(({ edge, label, value, text }) => (
          <div
            key={edge}
            class={`edge ${edge}`}
            data-edge={edge}
            role="slider"
            tabIndex={0}
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={n}
            aria-valuenow={Math.round(value)}
            aria-valuetext={text && bucketName(text.start, by)}
            style={{ left: `${value * each}px` }}
            onKeyDown={(event) => onKey(edge, event)}
          />
        ))}
    </div>
  );
}

/** What a drag from `held` to `at` makes of the cut: whole columns, at least one. */
function dragged(held: Grip, at: number, n: number): Cut {
  const clamp = (value: number) => Math.max(0, Math.min(n, value));
  const { cut } = held;
  switch (held.kind) {
    case 'start':
      return { start: Math.min(Math.round(clamp(at)), Math.ceil(cut.end) - 1), end: cut.end };
    case 'end':
      return { start: cut.start, end: Math.max(Math.round(clamp(at)), Math.floor(cut.start) + 1) };
    case 'move': {
      const by = Math.max(-Math.floor(cut.start), Math.min(n - Math.ceil(cut.end), Math.round(at - held.at)));
      return { start: cut.start + by, end: cut.end + by };
    }
    case 'new':
      return { start: Math.min(n - 1, Math.floor(clamp(Math.min(at, held.at)))), end: Math.ceil(clamp(Math.max(at, held.at))) };
  }
}
