import type { JSX } from 'preact';
import type { Claim } from '../api/types';
import { claimHref, entityHref, outletHref } from '../ui/links';
import { counted, score } from '../ui/numbers';
import { VoiceDot } from '../ui/Voices';
import { CUE_MODE, FORM, STANCE_WHY, VOICE } from '../ui/words';
import type { Mark } from './marks';
import { CATEGORY, toneOf, TYPE } from './words';

interface Props {
  readonly marks: readonly Mark[];
  readonly chosen: string | null;
  readonly onChoose: (claimId: string) => void;
}

/** Each mark of a place in a few words, with what it rests on: claims, then what is named, then how it is worded. */
export function WhyMarks({ marks, chosen, onChoose }: Props): JSX.Element {
  const claims = new Map<Claim, Mark[]>();
  for (const mark of marks) if ('claim' in mark) claims.set(mark.claim, [...(claims.get(mark.claim) ?? []), mark]);
  // The inner claim first: it is the one that these words belong to.
  const inOrder = [...claims].sort(([, a], [, b]) => length(a) - length(b));
  return (
    <ul class="reasons">
      {inOrder.map(([claim, parts]) => (
        <li key={claim.id}>
          <OfClaim claim={claim} parts={parts} chosen={claim.id === chosen} onChoose={onChoose} />
        </li>
      ))}
      {marks.map((mark, i) => {
        const reason = other(mark);
        return reason && <li key={`${mark.kind}-${i}`}>{reason}</li>;
      })}
    </ul>
  );
}

function length(marks: readonly Mark[]): number {
  return Math.min(...marks.map((mark) => mark.end - mark.start));
}

function OfClaim({ claim, parts, chosen, onChoose }: { claim: Claim; parts: readonly Mark[]; chosen: boolean; onChoose: (id: string) => void }) {
  const content = parts.find((mark) => mark.kind === 'content');
  const cue = parts.some((mark) => mark.kind === 'cue');
  const source = parts.some((mark) => mark.kind === 'source');
  const voice = claim.voice === 'READER' ? 'READER' : content?.kind === 'content' && content.quoted ? 'QUOTED' : 'REPORTED';
  return (
    <>
      <p>
        {content && (
          <>
            <VoiceDot voice={voice} /> {voice === 'READER' ? `${FORM[claim.form]}, in a reader’s comment` : VOICE[voice]}:{' '}
          </>
        )}
        {cue && <>cue “<bdi>{claim.cueText}</bdi>”: </>}
        {source && <>source “<bdi>{claim.sourceText}</bdi>”: </>}
        {claim.speakerKey ? (
          <a class="name" href={entityHref(claim.speakerKey)}>
            <bdi>{claim.speakerName}</bdi>
          </a>
        ) : (
          <bdi class="name">{claim.speakerName ?? 'nobody named'}</bdi>
        )}
        <span class="muted"> sure {score(claim.confidence)}</span>
      </p>
      {source && claim.speakerText && claim.speakerText !== claim.speakerName && typeof claim.speakerConfidence === 'number' && (
        <p class="muted">
          who is meant: sure {score(claim.speakerConfidence)}
        </p>
      )}
      {cue && (claim.cueMode !== 'ASSERTED' || (claim.stance && claim.stance !== 'NEUTRAL')) && (
        <p class="muted">
          {[claim.cueMode !== 'ASSERTED' && CUE_MODE[claim.cueMode], claim.stance && claim.stance !== 'NEUTRAL' && STANCE_WHY[claim.stance]]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <p class="go">
        {!chosen && (
          <button type="button" class="link" onClick={() => onChoose(claim.id)}>
            its chain
          </button>
        )}
        {claim.cluster && claim.cluster.articles > 1 && <a href={claimHref(claim)}>in {counted(claim.cluster.outlets, 'outlet')}</a>}
      </p>
    </>
  );
}

function other(mark: Mark): JSX.Element | null {
  switch (mark.kind) {
    case 'entity': {
      const { mention } = mark;
      const known = mention.entityId ? (mention.type === 'OUTLET' ? outletHref : entityHref)(mention.entityId) : null;
      const href = known ?? (mention.clusterId && mention.confidence > 0 ? entityHref(mention.clusterId) : null);
      return (
        <>
          <p>
            {href ? (
              <a class="name" href={href}>
                <bdi>{mention.name}</bdi>
              </a>
            ) : (
              <bdi class="name">{mention.name}</bdi>
            )}
            , {TYPE[mention.type] ?? mention.type.toLowerCase()}
            <span class="muted"> {mention.confidence > 0 ? `sure ${score(mention.confidence)}` : 'not known who is meant'}</span>
          </p>
          {!mention.entityId && <p class="muted">not in the catalogue</p>}
          {typeof mention.tone === 'number' && <p class="muted">{toneOf(mention.tone)}</p>}
        </>
      );
    }
    case 'term':
      return (
        <p>
          <b class="wording-name">{CATEGORY[mark.term.category]}</b>: “<bdi>{mark.term.text}</bdi>” {mark.term.reason}
          <span class="muted"> weight {score(mark.term.weight)}</span>
        </p>
      );
    case 'notice':
      return (
        <p>
          says where this comes from: <bdi class="name">{mark.notice.name}</bdi>
        </p>
      );
    case 'sentence':
      return (
        <p>
          <b class="wording-name">slant of the sentence</b> {score(mark.sentence.bias)}
          {mark.sentence.moved?.length ? (
            <span class="muted">
              , most by {mark.sentence.moved.filter((word) => word.by > 0).slice(0, 3).map((word) => `“${word.text}”`).join(', ') || 'no single word'}
            </span>
          ) : null}
        </p>
      );
    default:
      return null;
  }
}
