import type { JSX } from 'preact';
import type { Contradiction, Report } from '../api/clusterTypes';
import { bare } from '../ui/content';
import { outletKey, sourcesOf } from './families';
import { CUE_MODE, STANCE } from '../ui/words';

interface Props {
  readonly kinds: readonly Contradiction[];
  /** All of them, also several of one article. */
  readonly reports: readonly Report[];
}

const NAME: Readonly<Record<Contradiction, string>> = {
  CUE: 'How far they trust it',
  SOURCE: 'Who said it',
  MODE: 'Whether it was said',
};

/** One answer, and the outlets that give it. */
interface Side {
  readonly text: string;
  readonly outlets: readonly string[];
}

/** In what the reports do not agree, and who says which. What all say alike is no disagreement. */
export function Disagree({ kinds, reports }: Props): JSX.Element {
  const found = kinds.map((kind) => ({ kind, sides: sidesOf(kind, reports) })).filter(({ sides }) => sides.length > 1);
  if (!found.length) return <p class="muted">They agree in who said it, in whether it was said, and in how far it is to be trusted.</p>;
  return (
    <dl class="disagree">
      {found.map(({ kind, sides }) => (
        <div key={kind}>
          <dt>{NAME[kind]}</dt>
          {sides.map((side) => (
            <dd key={side.text}>
              <b>{side.text}</b> <span class="muted">{list(side.outlets)}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function sidesOf(kind: Contradiction, reports: readonly Report[]): Side[] {
  const by = new Map<string, { texts: Set<string>; outlets: Map<string, string> }>();
  for (const report of kind === 'SOURCE' ? telling(reports) : reports) {
    const { key, text } = answerOf(kind, report, reports);
    const side = by.get(key) ?? { texts: new Set<string>(), outlets: new Map<string, string>() };
    side.texts.add(text);
    side.outlets.set(outletKey(report), report.outletName ?? report.outletId ?? 'without a name');
    by.set(key, side);
  }
  return [...by.values()].map(({ texts, outlets }) => ({ text: [...texts].join(', '), outlets: [...outlets.values()] })).sort((a, b) => b.outlets.length - a.outlets.length);
}

/** Of each article those that name somebody, where any does: "one of them" who quotes somebody is no other answer. */
function telling(reports: readonly Report[]): readonly Report[] {
  const named = new Set(reports.filter((report) => report.sourceKind === 'NAMED').map((report) => report.articleId));
  return reports.filter((report) => report.sourceKind === 'NAMED' || !named.has(report.articleId));
}

function answerOf(kind: Contradiction, report: Report, reports: readonly Report[]): { key: string; text: string } {
  switch (kind) {
    case 'CUE': {
      const stance = report.stance ?? 'NEUTRAL';
      const verb = report.cueLemma ?? (report.cue || 'quotation marks');
      return { key: stance, text: stance === 'NEUTRAL' ? verb : `${verb} (${STANCE[stance].split(':')[0]})` };
    }
    case 'SOURCE':
      return whoOf(report, reports);
    case 'MODE':
      return { key: report.cueMode, text: CUE_MODE[report.cueMode] };
  }
}

/** Those of one claim who are named are one; whoever has it from them, from somebody without a name, has it from there, too. */
function whoOf(report: Report, reports: readonly Report[]): { key: string; text: string } {
  const named = reports.filter((other) => other.sourceKind === 'NAMED');
  const isNamed = report.sourceKind === 'NAMED' || sourcesOf(report).some((source) => named.some((other) => other.speakerKey?.replace(/^name:/, '') === source.key));
  if (isNamed) return { key: 'NAMED', text: named.find((other) => other.speakerName)?.speakerName ?? bare(named[0]!.source) };
  return report.sourceKind === 'NONE' ? { key: 'NONE', text: 'nobody' } : { key: bare(report.source), text: `“${bare(report.source)}”` };
}

const SHOWN = 4;

function list(names: readonly string[]): string {
  return names.length > SHOWN + 1 ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', ');
}
