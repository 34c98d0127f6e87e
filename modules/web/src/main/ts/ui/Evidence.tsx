import type { ComponentChildren, JSX } from 'preact';
import type { ChainLink, Claim } from '../api/types';
import { copiesOf, entityHref, outletHref, relayHref, safeUrl, speakerHref } from './links';
import { score } from './numbers';
import { Sure } from './Sure';

interface Props {
  readonly link: ChainLink;
  readonly claim: (Pick<Claim, 'articleId'> & Partial<Pick<Claim, 'speakerKind' | 'speakerText'>>) | null;
}

/** Why a step stands in a chain: the words or the markup that show it, how sure that is, and where it leads. */
export function Evidence({ link, claim }: Props): JSX.Element {
  return (
    <div class="evidence">
      <p class="what">
        <bdi class="name">{link.name}</bdi> {reason(link, claim)}
      </p>
      {link.evidence && <Shown kind={link.evidenceKind} text={link.evidence} />}
      {link.role === 'SPEAKER' && link.text && link.text !== link.name && (
        <p>
          Called “<bdi>{link.text}</bdi>” here.
        </p>
      )}
      {link.confirmation === 'CONFIRMED' && <p>An article of it has the same text, too.</p>}
      {link.confirmation === 'CONTRADICTED' && <p class="warn">The times of publication say the opposite.</p>}
      {link.evidenceKind !== 'ADDRESS' && (
        <p class="sure">
          <Sure value={link.confidence} /> sure {score(link.confidence)}
        </p>
      )}
      <ul class="go">{leads(link, claim)}</ul>
    </div>
  );
}

function reason(link: ChainLink, claim: Props['claim']): ComponentChildren {
  switch (link.evidenceKind) {
    case 'ADDRESS':
      return link.evidence ? 'is where the page stands. Which outlet’s it is, is not known:' : 'is all that is known of where this stands.';
    case 'HOST':
      return 'publishes on this host:';
    case 'SITE_METADATA':
      return 'is named in the page’s markup:';
    case 'TITLE':
      return 'stands in the page’s title:';
    case 'PAGE_WORDS':
      return 'is named by the page itself:';
    case 'NOTICE':
      return 'is given by the page as where it has this from:';
    case 'CANONICAL_LINK':
      return 'is where the page’s markup says the text belongs:';
    case 'MATCHING_TEXT':
      return 'is not named by the page. Its text was found there:';
    case 'CUE':
      if (link.role === 'RELAY') return 'is named as having passed it on. The words that show it:';
      return claim?.speakerKind === 'PRONOUN' ? 'is who the pronoun means. The words that show it:' : 'is who the text says it was. The words that show it:';
  }
}

/** Words of the page in quotation marks; an address as a link where it may be followed. */
function Shown({ kind, text }: { kind: ChainLink['evidenceKind']; text: string }) {
  const url = safeUrl(text);
  if (url) {
    return (
      <p class="shown">
        <a href={url} target="_blank" rel="noreferrer noopener">
          {text}
        </a>
      </p>
    );
  }
  return <p class="shown">{kind === 'MATCHING_TEXT' ? sentence(text) : <q dir="auto">{text}</q>}</p>;
}

/** "ABRIDGED: 89 % of …" as people would say it. */
function sentence(text: string): string {
  const parts = /^([A-Z_]+): (.*)$/s.exec(text);
  return parts ? `${parts[1]!.toLowerCase().replaceAll('_', ' ')}: ${parts[2]}` : text;
}

function leads(link: ChainLink, claim: Props['claim']): JSX.Element[] {
  const to: [string, string][] = [];
  if (link.id) to.push(link.type === 'OUTLET' ? [outletHref(link.id), 'the outlet'] : [entityHref(link.id), 'what is said of it']);
  else if (link.key && link.role === 'SPEAKER') to.push([entityHref(link.key), 'what it says, and what is said of it']);
  if (link.key && link.role === 'SPEAKER') to.push([speakerHref(link.key), 'all that it said']);
  if (link.key && link.role === 'RELAY') to.push([relayHref(link.key), 'all that it passed on']);
  if (link.role === 'ORIGIN' && claim) to.push([copiesOf(claim.articleId), 'the two texts side by side']);
  return to.map(([href, text]) => (
    <li key={href}>
      <a href={href}>{text}</a>
    </li>
  ));
}
