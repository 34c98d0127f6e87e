import { shortDay } from '../ui/time';

export interface Axis {
  /** Where a day that has anything stands, in pixels from the left edge. */
  readonly x: (at: string) => number;
  /** Where a long time of which there is nothing is left out. */
  readonly breaks: readonly number[];
  readonly labels: readonly { readonly x: number; readonly text: string }[];
}

const DAY_MS = 86_400_000;
/** A time without anything is left out from so many days on, and from so many times the usual one on. */
const LONG_DAYS = 10;
const LONG_TIMES = 8;
/** What is left out takes this part of the axis, and so many pixels at least: its sign must cover no point. */
const FOLDED = 0.14;
const FOLDED_PX = 30;
const EDGE = 0.06;
/** Pixels that a date needs, without and with its year. */
const ROOM = [46, 78] as const;

/** Days from left to right, in proportion but for long times without anything: one late day would push all others together. */
export function axisOf(times: readonly string[], width: number): Axis {
  const days = [...new Set(times.map((at) => Date.parse(at)))].sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, i) => (day - days[i]!) / DAY_MS);
  const sorted = [...gaps].sort((a, b) => a - b);
  const usual = gaps.length > 1 ? sorted[Math.floor((gaps.length - 1) / 2)]! : 1;
  const isLong = gaps.map((gap) => gap >= Math.max(LONG_DAYS, LONG_TIMES * usual));
  const shown = gaps.reduce((all, gap, i) => all + (isLong[i] ? 0 : gap), 0);
  const edge = Math.max(12, width * EDGE);
  const inner = Math.max(1, width - 2 * edge);
  const folds = isLong.filter(Boolean).length;
  const part = Math.min(Math.max(FOLDED, FOLDED_PX / inner), 0.8 / Math.max(1, folds));
  const folded = shown > 0 ? (part * shown) / (1 - folds * part) : 1;
  const lengths = gaps.map((gap, i) => (isLong[i] ? folded : gap));
  const total = lengths.reduce((a, b) => a + b, 0);
  const place = new Map<number, number>();
  let at = 0;
  days.forEach((day, i) => {
    place.set(day, total === 0 ? width / 2 : edge + (at / total) * inner);
    at += lengths[i] ?? 0;
  });
  const xOf = (day: number) => place.get(day) ?? width / 2;
  const breaks = days.slice(1).flatMap((day, i) => (isLong[i] ? [(xOf(day) + xOf(days[i]!)) / 2] : []));
  // The first day behind each break has to be there; the others where there is room.
  const wanted = [...days.filter((_, i) => i === 0 || isLong[i - 1]), ...days.slice(-1), ...days.filter((_, i) => isLong[i])];
  const years = new Set(days.map((day) => new Date(day).getUTCFullYear())).size > 1;
  const room = ROOM[years ? 1 : 0];
  const labels: { x: number; text: string }[] = [];
  for (const day of wanted) {
    const x = Math.max(room / 2, Math.min(width - room / 2, xOf(day)));
    if (labels.every((label) => Math.abs(label.x - x) >= room)) labels.push({ x, text: `${shortDay(day)}${years ? ` ${new Date(day).getUTCFullYear()}` : ''}` });
  }
  return { x: (iso) => xOf(Date.parse(iso)), breaks, labels: labels.sort((a, b) => a.x - b.x) };
}
