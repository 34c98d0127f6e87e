import type { JSX } from 'preact';
import type { Claim, ConfidenceStep } from '../api/types';
import { useApi } from '../api/useApi';
import { score } from './numbers';
import { Sure } from './Sure';

/** What a claim's confidence says, and the words that it was read from. */
export function SureOf({ claim }: { claim: Claim }): JSX.Element {
  const { data } = useApi<{ steps: ConfidenceStep[] }>('/api/claims/confidence');
  const step = data?.steps.filter((s) => s.from <= claim.confidence).at(-1);
  return (
    <div class="evidence">
      <p class="what">That this is a claim, and where it begins and ends:</p>
      <p class="sure">
        <Sure value={claim.confidence} /> sure {score(claim.confidence)}
      </p>
      {typeof step?.rightOf100 === 'number' && <p>{step.rightOf100} in 100 claims of at least {score(step.from)} are right.</p>}
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
