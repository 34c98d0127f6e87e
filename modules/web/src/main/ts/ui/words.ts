/** What the schema's words are called on the screen. */
import type { Claim, ChainLink, CueKind, CueMode, Form, SpeakerKind, Stance, Voice } from '../api/types';
import type { FilterKey } from '../api/filter';

export const FORM: Readonly<Record<Form, string>> = { DIRECT: 'direct', MIXED: 'mixed', INDIRECT: 'indirect' };

export const CUE_KIND: Readonly<Record<CueKind, string>> = {
  SPEECH: 'says',
  WRITING: 'writes',
  BELIEF: 'believes',
  KNOWLEDGE: 'knows',
  INTENTION: 'wants, plans',
  DECREE: 'lays down',
  OTHER: 'other',
};

export const CUE_MODE: Readonly<Record<CueMode, string>> = {
  ASSERTED: 'did say it',
  MODAL: 'may have, will',
  NEGATED: 'did not say it',
  DENIED: 'denies it',
};

export const STANCE: Readonly<Record<Stance, string>> = {
  NEUTRAL: 'neutral: said',
  DOUBTING: 'doubting: claimed',
  VOUCHING: 'vouching: admitted',
};

/** What a cue does that does not only say that somebody spoke. */
export const STANCE_WHY: Readonly<Record<Exclude<Stance, 'NEUTRAL'>, string>> = {
  DOUBTING: 'this cue lets a reader doubt it, as “claimed” does',
  VOUCHING: 'this cue takes it for true, as “admitted” does',
};

export const SPEAKER_KIND: Readonly<Record<SpeakerKind | 'NONE', string>> = {
  NAMED: 'by name',
  DESCRIBED: 'described: the mayor',
  ANONYMOUS: 'not named: officials',
  PRONOUN: 'a pronoun: he',
  NONE: 'nobody',
};

export const VOICE: Readonly<Record<Voice, string>> = {
  OUTLET: 'outlet’s own words',
  QUOTED: 'quoted',
  REPORTED: 'reported',
  READER: 'readers',
};

/** What the values of a facet are called; names of the world come with the facet. */
export const VALUES: Readonly<Partial<Record<FilterKey, Readonly<Record<string, string>>>>> = {
  form: FORM,
  cueKind: CUE_KIND,
  cueMode: CUE_MODE,
  stance: STANCE,
  speakerKind: SPEAKER_KIND,
  voice: { OUTLET: 'outlets’ articles', READER: 'readers’ comments' },
  relay: { none: 'nobody: said to the page' },
};

export const FACET: Readonly<Partial<Record<FilterKey, string>>> = {
  speaker: 'Speaker',
  relay: 'Passed on by',
  outlet: 'Outlet',
  entity: 'About',
  form: 'Form',
  cueKind: 'Cue',
  cueMode: 'Was it said',
  stance: 'How far the cue trusts it',
  speakerKind: 'Speaker called',
  voice: 'Stands in',
};

const SPOKEN: Readonly<Record<CueKind, string>> = {
  SPEECH: 'said by',
  WRITING: 'written by',
  BELIEF: 'believed by',
  KNOWLEDGE: 'known by',
  INTENTION: 'wanted by',
  DECREE: 'laid down by',
  OTHER: 'said by',
};

/** The line above a chain's step: how it hangs together with the step before it. */
export function roleOf(link: ChainLink, claim: Pick<Claim, 'cueKind' | 'cueMode'> | null): string {
  switch (link.role) {
    case 'PUBLISHER':
      return 'page';
    case 'ORIGIN':
      return link.evidenceKind === 'MATCHING_TEXT' ? 'copied from, found' : 'taken from';
    case 'RELAY':
      return link.verb ? 'passed on by' : 'according to';
    case 'SPEAKER':
      if (claim?.cueMode === 'DENIED') return 'denied by';
      if (claim?.cueMode === 'NEGATED') return `not ${SPOKEN[claim.cueKind]}`;
      return claim ? SPOKEN[claim.cueKind] : 'said by';
  }
}

/** An id for people where no name came with it: lower-case words joined by hyphens, or `name:` and a folded name. */
export function nameOfId(id: string): string {
  const bare = id.startsWith('name:') ? id.slice(5) : id.replaceAll('-', ' ');
  return bare.replace(/(^|[\s-])(\p{L})/gu, (all) => all.toUpperCase());
}

/** A name inside of a text, so that one that is written from right to left does not turn what stands around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
