import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ChainLink, Claim } from '../api/types';
import { Evidence } from './Evidence';
import { Opens } from './Opens';
import { hostOf } from './links';
import { roleOf } from './words';

type Of = Pick<Claim, 'cueKind' | 'cueMode' | 'articleId'> & Partial<Pick<Claim, 'speakerKind' | 'speakerName' | 'speakerText' | 'voice' | 'url'>>;

interface Props {
  readonly links: readonly ChainLink[];
  /** The claim whose chain it is: it says by what kind of act the words came from the speaker. */
  readonly claim: Of | null;
}

/**
 * The steps from the page that the reader saw to the one who spoke. On a narrow screen those between fold into one
 * that says how many they are.
 */
export function Chain({ links: known, claim }: Props): JSX.Element {
  const links = claim && !known.some((link) => link.role === 'PUBLISHER') ? [pageOf(claim), ...known] : known;
  const [whole, setWhole] = useState(false);
  // An outlet that speaks in its own article stands there once: as who published it, or whose text it is.
  const speaker = links.some((link) => link.role === 'SPEAKER') || Boolean(claim?.speakerName);
  const last = links.length - 1;
  const between = links.filter((_, i) => isBetween(i, last, speaker)).length;
  return (
    <ol class={`chain ${whole ? 'whole' : ''} ${between > 0 ? 'folds' : ''}`} aria-label="From the page to who spoke">
      {links.map((link, i) => [
        <li
          key={link.position}
          class={`step ${link.role.toLowerCase()} ${isFound(link) ? 'found' : ''} ${isBetween(i, last, speaker) ? 'between' : ''}`}
        >
          <Opens label={`Why ${link.name}`} content={() => <Evidence link={link} claim={claim} />}>
            <small>{roleOf(link, claim)}</small>
            <bdi class="name">{link.name}</bdi>
            {link.confirmation === 'CONTRADICTED' && <span class="doubt">contradicted</span>}
          </Opens>
        </li>,
        i === 0 && between > 0 && (
          <li key="fold" class="step fold">
            <button type="button" aria-expanded={whole} onClick={() => setWhole(true)}>
              <small aria-hidden="true">+</small>
              <span class="name" aria-hidden="true">
                {between}
              </span>
              <span class="hidden-text">{between} more steps between</span>
            </button>
          </li>
        ),
      ])}
      {!speaker && (
        <li class="step nobody">
          <span>
            <small>said by</small>
            <span class="name">nobody named</span>
          </span>
        </li>
      )}
    </ol>
  );
}

/** The page as a step where it is not known which outlet's it is: its host, so that nobody seems to have spoken to it. */
function pageOf({ url }: Of): ChainLink {
  const name = hostOf(url) ?? 'a page without an address';
  return { role: 'PUBLISHER', name, evidenceKind: 'ADDRESS', evidence: url ?? null, confidence: 1, position: -1 };
}

/** Found by comparing texts, where the page itself says nothing. */
function isFound(link: ChainLink): boolean {
  return link.evidenceKind === 'MATCHING_TEXT';
}

function isBetween(i: number, last: number, speaker: boolean): boolean {
  return i > 0 && (i < last || !speaker);
}
