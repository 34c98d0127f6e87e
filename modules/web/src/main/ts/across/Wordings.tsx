import type { JSX } from 'preact';
import { goQuery, useQuery } from '../app/router';
import type { Report } from '../api/clusterTypes';
import { bare, once } from '../ui/content';
import { Diff } from '../ui/Diff';
import { articleHref, copyHref } from '../ui/links';
import { counted, percent } from '../ui/numbers';
import { CUE_MODE, STANCE } from '../ui/words';
import { lastSource, type Family, type Told } from './families';
import { timeOf } from './times';

/** As many as that are seen at once. */
const UNFOLDED = 4;

/** Whether so many are folded by where they are from. */
export function isFolded(told: readonly Told[]): boolean {
  return told.length > UNFOLDED;
}

/** The wordings side by side against one of them; those that have it from the same place folded below the first. */
export function Wordings({ families }: { families: readonly Family[] }): JSX.Element {
  const query = useQuery();
  const all = families.flatMap((family) => [family.head, ...family.others]);
  const against = all.find((t) => t.report.claimId === query.get('against')) ?? all[0]!;
  const unfolded = new Set(query.get('open')?.split(',') ?? []);
  const set = (key: string, value: string | null) => {
    const next = new URLSearchParams(query);
    if (value) next.set(key, value);
    else next.delete(key);
    goQuery(next, { replace: true });
  };
  const fold = (family: Family) => {
    const id = family.head.report.claimId;
    const next = new Set(unfolded);
    if (!next.delete(id)) next.add(id);
    set('open', [...next].join(','));
  };
  const choose = (t: Told) => set('against', t === all[0] ? null : t.report.claimId);
  return (
    <div class="scrolls">
      <table class="wordings">
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col">Wording</th>
            <th scope="col">Cue</th>
            <th scope="col">Source named as</th>
            <th scope="col">Its own?</th>
          </tr>
        </thead>
        {families.map((family) => {
          const open = unfolded.has(family.head.report.claimId) || family.others.includes(against) || !isFolded(all);
          return (
            <tbody key={family.head.report.claimId}>
              <Row told={family.head} against={against} onChoose={choose} />
              {open && family.others.map((t) => <Row key={t.report.claimId} told={t} against={against} onChoose={choose} below />)}
              {family.others.length > 0 && isFolded(all) && (
                <tr class="folds">
                  <td colSpan={5}>
                    <button type="button" class="link" aria-expanded={open} onClick={() => fold(family)}>
                      {open ? 'Fold' : 'Unfold'} {counted(family.others.length, 'other')} that {family.others.length === 1 ? 'has' : 'have'} it from the same place
                    </button>
                    {!open && <span class="muted"> {sum(family, against)}</span>}
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

/** Who they are, without opening them. */
function sum(family: Family, against: Told): string {
  const names = [...new Set(family.others.map((t) => t.report.outletName ?? t.report.outletId ?? 'without a name'))];
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
  const changed = family.others.filter((t) => t.report.content !== family.head.report.content && t !== against).length;
  return `${shown}${changed ? `; ${changed} in other words` : ''}`;
}

function Row({ told, against, onChoose, below = false }: { told: Told; against: Told; onChoose: (t: Told) => void; below?: boolean }) {
  const { report } = told;
  const base = against.report;
  const isBase = told === against;
  return (
    <tr data-row tabIndex={-1} class={`${below ? 'below' : ''} ${isBase ? 'base' : ''}`}>
      <th scope="row">
        <a href={articleHref(report.articleId, report.claimId)} data-open>
          <bdi>{report.outletName ?? report.outletId}</bdi>
        </a>
        <small>{timeOf(report)}</small>
      </th>
      <td data-head="Wording" class="wording">
        {isBase ? <span dir="auto">{once(report.content)}</span> : <Diff before={once(base.content)} after={once(report.content)} other="other words" />}
        <small>
          {isBase ? (
            'the others are compared with this'
          ) : (
            <button type="button" class="link" onClick={() => onChoose(told)}>
              compare with this
            </button>
          )}
        </small>
      </td>
      <td data-head="Cue">
        <Cue report={report} />
      </td>
      <td data-head="Source named as">
        {report.source ? isBase || !base.source ? <span dir="auto">{bare(report.source)}</span> : <Diff before={bare(base.source)} after={bare(report.source)} same="the same" /> : <span class="muted">nobody</span>}
      </td>
      <td data-head="Its own?">
        <Own told={told} />
      </td>
    </tr>
  );
}

function Cue({ report }: { report: Report }) {
  const slants = report.stance && report.stance !== 'NEUTRAL';
  return (
    <>
      <span class={slants ? 'load' : ''} dir="auto">
        {report.cue || <span class="muted">quotation marks</span>}
      </span>
      {slants && <small>{STANCE[report.stance!].split(':')[0]}</small>}
      {report.cueMode !== 'ASSERTED' && <small class="caution">{CUE_MODE[report.cueMode]}</small>}
    </>
  );
}

function Own({ told }: { told: Told }) {
  const { how, edge, origin, report } = told;
  if (edge) {
    return (
      <a href={copyHref(edge.id)}>
        {edge.kind === 'PASSAGES' ? 'passages' : 'copy'}, {percent(edge.containment)}
      </a>
    );
  }
  if (how === 'FOUND' || how === 'DECLARED') return <>copy of <bdi>{origin!.report.outletName}</bdi></>;
  if (how === 'TWIN') return <>the same text as <bdi>{origin!.report.outletName}</bdi></>;
  if (how === 'NAMED') return <>own words, has it from <bdi>{origin!.report.outletName}</bdi></>;
  const source = lastSource(report);
  return source === null ? <>own</> : <>own words, has it from <bdi>{source}</bdi></>;
}
