import type { Report } from '../api/clusterTypes';
import { clock, day, lasted, shortDay } from '../ui/time';

const DAY = 86_400_000;

type Timed = Pick<Report, 'at' | 'atKind' | 'publishedPrecision'>;

/** When a report came, as exactly as is known. */
export function timeOf(report: Timed): string {
  if (report.atKind === 'FIRST_SEEN') return `seen ${shortDay(report.at)}, ${clock(report.at)}`;
  return report.publishedPrecision === 'DAY' ? shortDay(report.at) : `${shortDay(report.at)}, ${clock(report.at)}`;
}

/** The same where the day is told by others: only the clock. */
export function clockOf(report: Timed, sameDay: boolean): string {
  if (report.atKind === 'FIRST_SEEN') return 'time not given';
  if (report.publishedPrecision === 'DAY') return sameDay ? 'that day' : shortDay(report.at);
  return sameDay ? clock(report.at) : `${shortDay(report.at)}, ${clock(report.at)}`;
}

/** How long it took from the first report to the last, of those that give their time; null where fewer than two do. */
export function spanOf(reports: readonly Timed[]): { readonly text: string; readonly exact: boolean; readonly day: string } | null {
  const dated = reports.filter((report) => report.atKind !== 'FIRST_SEEN');
  if (dated.length < 2) return null;
  const times = dated.map((report) => Date.parse(report.at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const exact = dated.every((report) => report.publishedPrecision !== 'DAY');
  const text = exact ? lasted(last - first) : inDays(first, last);
  return { text, exact, day: day(first) };
}

/** Where one of two times is known to the day only, so is what lies between them: days of the calendar. */
function inDays(first: number, last: number): string {
  const days = Math.floor(last / DAY) - Math.floor(first / DAY);
  return days === 0 ? 'one day' : `about ${days} ${days === 1 ? 'day' : 'days'}`;
}
