import type { JSX } from 'preact';
import type { Contradiction, Report } from '../api/clusterTypes';
import { outletKey } from './families';
import { CUE_MODE, STANCE } from '../ui/words';

interface Props {
  readonly kinds: readonly Contradiction[];
  readonly reports: readonly Report[];
}

const NAME: Readonly<Record<Contradiction, string>> = {
  CUE: 'How far they trust it',
  SOURCE: 'Who said it',
  MODE: 'Whether it was said',
};

/** In what the reports do not agree, and who says which. */
export function Disagree({ kinds, reports }: Props): JSX.Element {
  if (!kinds.length) return <p class="muted">They agree in who said it, in whether it was said, and in how far it is to be trusted.</p>;
  return (
    <dl class="disagree">
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{NAME[kind]}</dt>
          {sides(kind, reports).map(([side, outlets]) => (
            <dd key={side}>
              <b>{side}</b> <span class="muted">{list(outlets)}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function sideOf(kind: Contradiction, report: Report): string {
  switch (kind) {
    case 'CUE':
      return `${report.cueLemma ?? report.cue}${report.stance && report.stance !== 'NEUTRAL' ? ` (${STANCE[report.stance].split(':')[0]})` : ''}`;
    case 'SOURCE':
      return report.sourceKind === 'NONE' ? 'nobody' : report.sourceKind === 'UNNAMED' ? `“${report.source}”` : report.source;
    case 'MODE':
      return CUE_MODE[report.cueMode];
  }
}

function sides(kind: Contradiction, reports: readonly Report[]): [string, string[]][] {
  const by = new Map<string, Map<string, string>>();
  for (const report of reports) {
    const side = sideOf(kind, report);
    const outlets = by.get(side) ?? new Map<string, string>();
    outlets.set(outletKey(report), report.outletName ?? report.outletId ?? 'without a name');
    by.set(side, outlets);
  }
  return [...by].map(([side, outlets]): [string, string[]] => [side, [...outlets.values()]]).sort(([, a], [, b]) => b.length - a.length);
}

const SHOWN = 4;

function list(names: readonly string[]): string {
  return names.length > SHOWN + 1 ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ');
}
