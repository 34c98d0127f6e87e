import type { JSX } from 'preact';
import type { Claim, Confidence, ConfidenceBand } from '../api/types';
import { useApi } from '../api/useApi';
import { score } from './numbers';
import { Sure } from './Sure';

/** What a claim's confidence says, and the words that it was read from. */
export function SureOf({ claim }: { claim: Claim }): JSX.Element {
  const { data } = useApi<Confidence>('/api/claims/confidence');
  const right = data && rightAt(data.measured, claim.confidence);
  const surer = surerThan(data?.bands ?? [], claim.confidence);
  return (
    <div class="evidence">
      <p class="what">That this is a claim, and where it begins and ends:</p>
      <p class="sure">
        <Sure value={claim.confidence} /> sure {score(claim.confidence)}
      </p>
      {right !== null && <p>Of claims at least as sure {Math.round(100 * right)} in 100 were right, where that was measured.</p>}
      {surer !== null && <p>Surer than at least {surer} in 100 of all claims.</p>}
      <dl>
        <dt>who</dt>
        <dd>{claim.sourceText ? <q dir="auto">{claim.sourceText}</q> : 'nobody named'}</dd>
        <dt>cue</dt>
        <dd>{claim.cueText ? <q dir="auto">{claim.cueText}</q> : 'none: it stands in quotation marks'}</dd>
        {typeof claim.checkWorthiness === 'number' && (
          <>
            <dt>worth checking</dt>
            <dd>{score(claim.checkWorthiness)}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** How many of the claims that are at least that sure were right, 0..1; null where it was not measured. */
export function rightAt({ atLeast }: Confidence['measured'], value: number): number | null {
  return [...atLeast].reverse().find(({ from }) => from <= value + 1e-9)?.right ?? null;
}

/** How many in a hundred are less sure; null where there are none to stand among. */
function surerThan(bands: readonly ConfidenceBand[], confidence: number): number | null {
  const all = bands.reduce((n, { claims }) => n + claims, 0);
  const less = bands.filter(({ to }) => to <= confidence).reduce((n, { claims }) => n + claims, 0);
  return less > 0 ? Math.floor((100 * less) / all) : null;
}
