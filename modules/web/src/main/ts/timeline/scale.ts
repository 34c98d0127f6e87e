import type { Bucket, By, Series } from '../api/types';
import { endOf } from '../ui/time';

/** One column of the axis of time. */
export interface Column {
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** Whether it is not over, so that its numbers will still grow. */
  readonly open: boolean;
  /** The bucket of each series; null where the series has none. */
  readonly buckets: readonly (Bucket | null)[];
  /** Whether it stands for a long time of which there is nothing, in no search. */
  readonly gap: boolean;
}

/** So many columns without anything in a row are drawn as one. */
const LONG_GAP = 8;

/** The columns of one or two series of the same step, in order of time. */
export function columnsOf(series: readonly Series[]): Column[] {
  const by = series[0]?.by ?? 'day';
  const starts = new Map<number, (Bucket | null)[]>();
  series.forEach((one, i) => {
    for (const bucket of one.buckets) {
      const start = Date.parse(bucket.at);
      let all = starts.get(start);
      if (!all) starts.set(start, (all = series.map(() => null)));
      all[i] = bucket;
    }
  });
  const complete = Math.min(...series.map((one) => (one.completeUntil ? Date.parse(one.completeUntil) : Infinity)));
  const columns = [...starts.entries()]
    .sort(([a], [b]) => a - b)
    .map(([start, buckets]) => ({ start, end: endOf(start, by), open: endOf(start, by) > complete, buckets, gap: false }));
  return foldGaps(columns);
}

function foldGaps(columns: readonly Column[]): Column[] {
  const folded: Column[] = [];
  for (let i = 0; i < columns.length; ) {
    let end = i;
    while (end < columns.length && isBare(columns[end]!)) end++;
    if (end - i >= LONG_GAP) {
      folded.push({ ...columns[i]!, end: columns[end - 1]!.end, open: columns[end - 1]!.open, gap: true });
      i = end;
    } else folded.push(columns[i++]!);
  }
  return folded;
}

function isBare(column: Column): boolean {
  return column.buckets.every((bucket) => !bucket || bucket.of === 0);
}

const FINER: Readonly<Partial<Record<By, By>>> = { month: 'day', week: 'day', day: 'hour' };
/** Below so many columns with anything in them a timeline shows nothing but that there is something. */
const COARSE = 3;
/** The most buckets that are worth asking for. */
const MOST = 1500;

/** The step that would show more, where all stands in a few columns; null where this one does. */
export function finerStep(series: Series): By | null {
  const finer = FINER[series.by];
  const { buckets } = series;
  if (!finer || buckets.length === 0 || buckets.filter((bucket) => bucket.of > 0).length > COARSE) return null;
  const start = Date.parse(buckets[0]!.at);
  const end = endOf(Date.parse(buckets[buckets.length - 1]!.at), series.by);
  return (end - start) / (endOf(0, finer) - 0) <= MOST ? finer : null;
}

/** A share of all claims of a column's time; null where there are none to have a share of. */
export function shareOf(bucket: Bucket | null | undefined): number | null {
  return bucket && bucket.of > 0 ? bucket.claims / bucket.of : null;
}

/** The least round number that is not below. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  for (const times of [1, 2, 3, 4, 5, 6, 8, 10]) if (times * power >= value - 1e-9) return times * power;
  return value;
}

/** Where a time stands on the axis, counted in columns, parts of one included. */
export function positionOf(time: number, columns: readonly Column[]): number {
  const i = columns.findIndex((column) => time < column.end);
  if (i < 0) return columns.length;
  const { start, end } = columns[i]!;
  return i + Math.max(0, (time - start) / (end - start));
}

/** Every how many columns there is room for a label. */
export function labelStep(columns: number, width: number, by: By): number {
  const wanted = { hour: 56, day: 60, week: 60, month: 76 }[by];
  return Math.max(1, Math.ceil((columns * wanted) / Math.max(1, width)));
}
