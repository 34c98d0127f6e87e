import type { JSX } from 'preact';
import type { Report } from '../api/clusterTypes';
import type { Stance } from '../api/types';
import { STANCE } from '../ui/words';

interface Verb {
  readonly verb: string;
  readonly stance: Stance;
  readonly outlets: readonly string[];
  readonly reports: number;
}

/** With which words it is passed on, and what those let a reader think of it. */
export function Cues({ reports }: { reports: readonly Report[] }): JSX.Element {
  const verbs = verbsOf(reports);
  const most = Math.max(...verbs.map((verb) => verb.reports));
  return (
    <ul class="cue-list">
      {verbs.map((verb) => (
        <li key={verb.verb + verb.stance}>
          <span class={verb.stance === 'NEUTRAL' ? '' : 'load'} dir="auto">
            {verb.verb}
          </span>
          <span class="bar" aria-hidden="true">
            <i class={verb.stance.toLowerCase()} style={{ width: `${(100 * verb.reports) / most}%` }} />
          </span>
          <span class="n">{verb.reports}</span>
          <span class="muted">
            {verb.stance === 'NEUTRAL' ? '' : `${STANCE[verb.stance].split(':')[0]}: `}
            {verb.outlets.slice(0, 3).join(', ')}
            {verb.outlets.length > 3 && ` and ${verb.outlets.length - 3} more`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The verbs that pass it on, the most frequent first. */
export function verbsOf(reports: readonly Report[]): Verb[] {
  const verbs = new Map<string, { verb: string; stance: Stance; outlets: Set<string>; reports: number }>();
  for (const report of reports) {
    const verb = report.cueLemma ?? (report.cue || 'quotation marks');
    const stance = report.stance ?? 'NEUTRAL';
    const known = verbs.get(verb + stance) ?? { verb, stance, outlets: new Set<string>(), reports: 0 };
    known.outlets.add(report.outletName ?? report.outletId ?? 'without a name');
    known.reports++;
    verbs.set(verb + stance, known);
  }
  return [...verbs.values()]
    .map(({ outlets, ...verb }) => ({ ...verb, outlets: [...outlets].sort(byCode) }))
    .sort((a, b) => b.reports - a.reports || byCode(a.verb, b.verb) || byCode(a.stance, b.stance));
}

/** As a statement orders texts. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
