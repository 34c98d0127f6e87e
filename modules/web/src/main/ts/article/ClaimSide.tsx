import type { JSX } from 'preact';
import type { ArticleText } from '../api/articleTypes';
import type { Claim } from '../api/types';
import { Chain } from '../ui/Chain';
import { entityHref, safeUrl } from '../ui/links';
import { score } from '../ui/numbers';
import { Opens } from '../ui/Opens';
import { Said } from '../ui/Said';
import { SureOf } from '../ui/SureOf';
import { CUE_KIND, CUE_MODE, FORM, nameOfId, roleOf, STANCE, STANCE_WHY } from '../ui/words';
import { Elsewhere } from './Elsewhere';
import { beginningOf } from './marks';

interface Props {
  readonly claim: Claim;
  readonly article: ArticleText;
  /** Which of how many. */
  readonly place: readonly [number, number];
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** The chosen claim beside its text: its chain, why each step stands there, and who else has it. */
export function ClaimSide({ claim, article, place: [at, of], onStep, onClose }: Props): JSX.Element {
  return (
    <section class="card claim-side" aria-label={`Claim ${at} of ${of}`}>
      <header>
        <h2>
          Claim {at} of {of}
        </h2>
        <div class="steps">
          <button type="button" class="quiet" aria-label="The claim before" title="The claim before (k)" disabled={at === 1} onClick={() => onStep(-1)}>
            ↑
          </button>
          <button type="button" class="quiet" aria-label="The next claim" title="The next claim (j)" disabled={at === of} onClick={() => onStep(1)}>
            ↓
          </button>
          <button type="button" class="quiet" aria-label="Close" title="Close" onClick={onClose}>
            ×
          </button>
        </div>
      </header>
      <Chain links={claim.chain} claim={claim} />
      <Said claim={claim.sentence || claim.comment != null ? claim : { ...claim, sentence: paragraphOf(claim, article) }} />
      <ul class="tags">
        <li class="tag strong">{FORM[claim.form]}</li>
        <li class={`tag ${claim.cueMode !== 'ASSERTED' ? 'strong' : ''}`}>{claim.cueMode === 'ASSERTED' ? CUE_KIND[claim.cueKind] : CUE_MODE[claim.cueMode]}</li>
        {claim.stance && claim.stance !== 'NEUTRAL' && <li class="tag caution" title={STANCE_WHY[claim.stance]}>{STANCE[claim.stance].split(':')[0]}</li>}
        <li class="tag">
          <Opens label="How sure" content={() => <SureOf claim={claim} />}>
            sure {score(claim.confidence)}
          </Opens>
        </li>
        {claim.within && <li class="tag">inside of another claim</li>}
        {claim.voice === 'READER' && <li class="tag reader">in a reader’s comment</li>}
        {claim.about?.map((id, i) => (
          <li class="tag" key={id}>
            <a href={entityHref(id)}>
              <bdi>{claim.aboutNames?.[i] ?? nameOfId(id)}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <table class="why-steps">
        <tbody>
          {claim.chain.map((link) => (
            <tr key={link.position}>
              <th scope="row">
                {roleOf(link, claim)} <bdi>{link.name}</bdi>
              </th>
              <td>
                <Shown text={link.evidence} own={link.evidenceKind !== 'MATCHING_TEXT'} /> <span class="score">{score(link.confidence)}</span>
                {link.confirmation === 'CONTRADICTED' && <span class="warn"> the times say the opposite</span>}
              </td>
            </tr>
          ))}
          {typeof claim.speakerConfidence === 'number' && claim.speakerText && claim.speakerText !== claim.speakerName && (
            <tr>
              <th scope="row">who is meant</th>
              <td>
                “<bdi>{claim.speakerText}</bdi>” is <bdi>{claim.speakerName}</bdi> <span class="score">{score(claim.speakerConfidence)}</span>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <Elsewhere claim={claim} />
    </section>
  );
}

function Shown({ text, own }: { text: string | null | undefined; own: boolean }) {
  if (!text) return <span class="muted">no words show it</span>;
  const url = safeUrl(text);
  if (url) {
    return (
      <a href={url} target="_blank" rel="noreferrer noopener">
        {new URL(url).host}
      </a>
    );
  }
  return own ? <q dir="auto">{text}</q> : <>{text.replace(/^([A-Z_]+): /, (_, kind: string) => `${kind.toLowerCase().replaceAll('_', ' ')}: `)}</>;
}

/** The paragraph around a claim, where it did not come with it. */
function paragraphOf(claim: Claim, article: ArticleText): { text: string; start: number } | null {
  const at = beginningOf(claim);
  const paragraph = article.paragraphs.find((p) => p.start <= at && at < p.end);
  return paragraph ? { text: article.body.slice(paragraph.start, paragraph.end), start: paragraph.start } : null;
}
