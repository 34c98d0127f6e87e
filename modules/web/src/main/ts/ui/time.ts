import type { AtKind, By, Precision } from '../api/types';

/** All times are told in UTC, as the store has them: a link shows the same to everybody. */
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const DAY = format({ day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAY = format({ day: 'numeric', month: 'short' });
const WEEKDAY = format({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = format({ month: 'long', year: 'numeric' });
const SHORT_MONTH = format({ month: 'short', year: 'numeric' });
const CLOCK = format({ hour: '2-digit', minute: '2-digit' });

export function day(iso: string | number | Date): string {
  return DAY.format(new Date(iso));
}

export function shortDay(iso: string | number | Date): string {
  return SHORT_DAY.format(new Date(iso));
}

export function clock(iso: string | number | Date): string {
  return CLOCK.format(new Date(iso));
}

export function dayAndClock(iso: string | number | Date): string {
  return `${day(iso)}, ${clock(iso)}`;
}

/** When something was published, as exactly as the page says; else when it was first seen. */
export function published(of: {
  at: string;
  atKind: AtKind;
  publishedAt?: string | null;
  publishedPrecision?: Precision | null;
}): string {
  if (of.atKind === 'FIRST_SEEN') return `first seen ${dayAndClock(of.at)}`;
  return of.publishedPrecision === 'DAY' ? day(of.at) : dayAndClock(of.at);
}

/** 12 s ago, 4 min ago, 3 h ago, then the day. */
export function ago(iso: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return day(iso);
}

/** 6 h 12 min, 3 days 4 h: how long something took. */
export function lasted(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  const days = Math.floor(hours / 24);
  return hours % 24 ? `${days} days ${hours % 24} h` : `${days} days`;
}

/** The end of the bucket that begins at `start`. */
export function endOf(start: number, by: By): number {
  if (by === 'month') {
    const date = new Date(start);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  }
  return start + { hour: 3_600_000, day: 86_400_000, week: 604_800_000 }[by];
}

/** A bucket for a sentence. */
export function bucketName(start: number, by: By): string {
  switch (by) {
    case 'hour':
      return `${dayAndClock(start)} to ${clock(endOf(start, by))}`;
    case 'day':
      return WEEKDAY.format(start);
    case 'week':
      return `the week of ${day(start)}`;
    case 'month':
      return MONTH.format(start);
  }
}

/** A bucket below its axis. */
export function tickName(start: number, by: By, before: number | null): string {
  const date = new Date(start);
  const sameDay = before !== null && new Date(before).toISOString().slice(0, 10) === date.toISOString().slice(0, 10);
  if (by === 'hour') return sameDay ? CLOCK.format(start) : SHORT_DAY.format(start);
  return by === 'month' ? SHORT_MONTH.format(start) : SHORT_DAY.format(start);
}

/** A time as the filter takes it: the day alone where it is a midnight. */
export function forFilter(time: number): string {
  const iso = new Date(time).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace('.000Z', 'Z');
}

/** 12 – 15 January 2026: what both have in common is said once. */
function days(from: string, to: string): string {
  return DAY.formatRange(new Date(from), new Date(to));
}

/** What the filter's from and to say, half-open, in words. */
export function range(from: string | null, to: string | null): string | null {
  const midnight = (iso: string) => new Date(iso).getTime() % 86_400_000 === 0;
  const say = (iso: string) => (midnight(iso) ? day(iso) : dayAndClock(iso));
  if (from && to) {
    const last = midnight(to) ? new Date(Date.parse(to) - 1).toISOString() : to;
    const lastText = midnight(to) ? day(last) : dayAndClock(to);
    if (say(from) === lastText) return lastText;
    return midnight(from) && midnight(to) ? days(from, last) : `${say(from)} – ${lastText}`;
  }
  if (from) return `from ${say(from)}`;
  return to ? `before ${say(to)}` : null;
}
