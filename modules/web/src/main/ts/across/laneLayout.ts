import { outletKey, type Told } from './families';

export interface Point {
  readonly told: Told;
  readonly lane: number;
  /** Pixels from the left edge of the axis. */
  readonly x: number;
  /** From where to where the day goes that is all that is known of its time. */
  readonly day: readonly [number, number] | null;
  /** Whether it stands beside the axis: no time of publication, and first seen long after the others. */
  readonly undated: boolean;
}

export interface Lane {
  readonly key: string;
  readonly name: string;
  readonly points: readonly Point[];
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface Layout {
  readonly lanes: readonly Lane[];
  readonly points: readonly Point[];
  readonly ticks: readonly Tick[];
  /** Where the place for those without a time begins; null where none is needed. */
  readonly undatedFrom: number | null;
}

export type Axis = 'time' | 'order';

const DAY_MS = 86_400_000;
const PAD = 13;
const UNDATED = 46;
/** First seen within this share of the span after the last time given: still on the axis. */
const NEAR = 0.25;

/** Where each report stands: a lane for each outlet in the order of their first, left to right by time or by order. */
export function layoutOf(told: readonly Told[], width: number, axis: Axis): Layout {
  const dated = told.filter((t) => t.report.atKind !== 'FIRST_SEEN');
  const onAxis = new Set(dated.length ? dated : told);
  const [from, to] = spanOf([...onAxis]);
  for (const t of told) {
    const at = Date.parse(t.report.at);
    if (at >= from && at <= to + (to - from) * NEAR) onAxis.add(t);
  }
  const [start, end] = spanOf([...onAxis]);
  const undated = told.some((t) => !onAxis.has(t));
  const right = width - PAD - (undated ? UNDATED : 0);
  const ordered = told.filter((t) => onAxis.has(t));
  const place = (time: number) => PAD + ((time - start) / (end - start)) * (right - PAD);
  const step = (right - PAD) / Math.max(1, ordered.length - 1);
  const lanes = new Map<string, { name: string; points: Point[] }>();
  const points: Point[] = [];
  for (const t of told) {
    const key = outletKey(t.report);
    let lane = lanes.get(key);
    if (!lane) lanes.set(key, (lane = { name: t.report.outletName ?? t.report.outletId ?? 'an outlet without a name', points: [] }));
    const at = Date.parse(t.report.at);
    const out = !onAxis.has(t);
    const dayOnly = !out && axis === 'time' && t.report.publishedPrecision === 'DAY';
    // What was taken over that day came after what it was taken from.
    const after = dayOnly && t.origin ? points.find((p) => p.told === t.origin) : undefined;
    const x = out ? width - PAD - UNDATED / 2 + 8 : axis === 'time' ? Math.max(place(at), after ? after.x + 14 : 0) : PAD + ordered.indexOf(t) * step;
    const beside = lane.points.filter((p) => Math.abs(p.x - x) < 12).length;
    const point = {
      told: t,
      lane: [...lanes.keys()].indexOf(key),
      x: Math.min(width - PAD, x + beside * 12),
      day: dayOnly ? ([place(at), Math.min(right, place(at + DAY_MS))] as const) : null,
      undated: out,
    };
    lane.points.push(point);
    points.push(point);
  }
  return {
    lanes: [...lanes].map(([key, lane]) => ({ key, ...lane })),
    points,
    ticks: axis === 'time' ? ticks(start, end, place, right - PAD) : [],
    undatedFrom: undated ? width - PAD - UNDATED : null,
  };
}

/** From the first time to the last; a day that is given without a time counts to its end. */
function spanOf(told: readonly Told[]): [number, number] {
  const starts = told.map((t) => Date.parse(t.report.at));
  const ends = told.map((t) => Date.parse(t.report.at) + (t.report.publishedPrecision === 'DAY' ? DAY_MS : 0));
  const [first, last] = [Math.min(...starts), Math.max(...ends)];
  return last - first < 60_000 ? [first - 1_800_000, last + 1_800_000] : [first, last];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY_MS, 2 * DAY_MS, 7 * DAY_MS, 14 * DAY_MS, 30 * DAY_MS, 90 * DAY_MS, 365 * DAY_MS];
const ROOM = 64;

function ticks(start: number, end: number, place: (time: number) => number, width: number): Tick[] {
  const most = Math.max(1, Math.floor(width / ROOM));
  const step = STEPS.find((s) => (end - start) / s <= most) ?? STEPS[STEPS.length - 1]!;
  const found: Tick[] = [];
  let day = '';
  for (let at = Math.ceil(start / step) * step; at <= end; at += step) {
    const x = place(at);
    if (x > place(end) - 24 && found.length) break;
    const thisDay = SHORT_DAY.format(at);
    found.push({ x, label: step >= DAY_MS || thisDay !== day ? thisDay + (step < DAY_MS && at % DAY_MS ? ` ${CLOCK.format(at)}` : '') : CLOCK.format(at) });
    day = thisDay;
  }
  return found;
}

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });
