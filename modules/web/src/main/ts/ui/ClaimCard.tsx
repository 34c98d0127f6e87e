import type { JSX } from 'preact';
import { useStore } from '../app/store';
import type { Claim } from '../api/types';
import { Chain } from './Chain';
import { articleHref, claimHref, entityHref, hostOf, outletHref } from './links';
import { now } from './now';
import { counted, score } from './numbers';
import { Opens } from './Opens';
import { Said } from './Said';
import { SureOf } from './SureOf';
import { ago, dayAndClock, published } from './time';
import { CUE_MODE, FORM, nameOfId } from './words';

interface Props {
  readonly claim: Claim;
  /** Whether to say how long ago it came in, rather than when it was published. */
  readonly live?: boolean;
  /** Whether it has just come in. */
  readonly fresh?: boolean;
}

/** One claim: its chain, its words, and what is to be known of it. */
export function ClaimCard({ claim, live = false, fresh = false }: Props): JSX.Element {
  return (
    <article class={`card claim ${fresh ? 'fresh' : ''}`} data-row tabIndex={-1} aria-label={labelOf(claim)}>
      <Chain links={claim.chain} claim={claim} />
      <Said claim={claim} />
      <ul class="tags">
        <li class="tag strong">{FORM[claim.form]}</li>
        {claim.cueMode === 'MODAL' && <li class="tag strong">{CUE_MODE.MODAL}</li>}
        <li class="tag">
          <Opens label="How sure" content={() => <SureOf claim={claim} />}>
            sure {score(claim.confidence)}
          </Opens>
        </li>
        <Called claim={claim} />
        {claim.about?.slice(0, 4).map((id, i) => (
          <li class="tag" key={id}>
            <a href={entityHref(id)}>
              <bdi>{claim.aboutNames?.[i] ?? nameOfId(id)}</bdi>
            </a>
          </li>
        ))}
        <Elsewhere claim={claim} />
        {claim.voice === 'READER' && <li class="tag reader">in a reader’s comment</li>}
        {live && <Arrived claim={claim} />}
      </ul>
      <p class="from">
        <a href={articleHref(claim.articleId, claim.id)} data-open dir="auto">
          {claim.title || 'the article'}
        </a>
        <span class="muted">
          <bdi>{claim.outletId ? <a href={outletHref(claim.outletId)}>{claim.outletName ?? claim.outletId}</a> : (claim.outletName ?? hostOf(claim.url))}</bdi>
          {(claim.outletId || claim.outletName || hostOf(claim.url)) && ', '}
          <time dateTime={claim.at}>{published(claim)}</time>
        </span>
      </p>
    </article>
  );
}

function labelOf(claim: Claim): string {
  return `${claim.speakerName ?? 'Nobody named'}, in ${claim.outletName ?? 'an article'}`;
}

/** Who a pronoun or a description means, and how sure that is. */
function Called({ claim }: { claim: Claim }) {
  const { speakerText, speakerName, speakerConfidence } = claim;
  if (!speakerText || !speakerName || speakerText === speakerName || claim.speakerKind === 'NAMED') return null;
  return (
    <li class="tag">
      “<bdi>{speakerText}</bdi>” is <bdi>{speakerName}</bdi>
      {typeof speakerConfidence === 'number' && `, ${score(speakerConfidence)}`}
    </li>
  );
}

function Elsewhere({ claim }: { claim: Claim }) {
  const { cluster } = claim;
  if (!cluster || cluster.articles < 2) return null;
  return (
    <li class="tag">
      <a href={claimHref(claim)}>
        in {counted(cluster.outlets, 'outlet')}, {counted(cluster.independent, 'independent report')}
      </a>
    </li>
  );
}

function Arrived({ claim }: { claim: Claim }) {
  const time = useStore(now);
  return (
    <li class="tag">
      <time dateTime={claim.recordedAt} title={dayAndClock(claim.recordedAt)}>
        read {ago(claim.recordedAt, time)}
      </time>
    </li>
  );
}
