import type { MentionType, TermCategory } from '../api/articleTypes';

export const CATEGORY: Readonly<Record<TermCategory, string>> = {
  LOADED: 'loaded word',
  LABEL: 'label',
  SCARE_QUOTE: 'quotation marks of its own',
  HEDGE: 'hedge',
  BOOSTER: 'certainty',
  FACTIVE: 'taken for true',
  ASSERTIVE: 'somebody’s view',
  JUDGING_VERB: 'judging verb',
  UNATTRIBUTED: 'said by nobody',
  ANONYMOUS_SOURCE: 'source not named',
  AGENTLESS_PASSIVE: 'done by nobody',
  HEADLINE: 'headline',
};

export const TYPE: Readonly<Record<MentionType, string>> = {
  PERSON: 'person',
  ORGANIZATION: 'organisation',
  COUNTRY: 'country',
  PLACE: 'place',
  NATIONALITY: 'nationality',
  OUTLET: 'outlet',
  MISSION: 'mission',
  LEGAL_INSTRUMENT: 'law, resolution, treaty',
  EVENT: 'event',
  TITLE: 'title',
  OTHER: 'other',
};

/** Between these the sentence speaks neither badly nor well of it. */
const NEITHER = 0.25;

export function toneOf(tone: number): string {
  const figure = `${tone > 0 ? '+' : tone < 0 ? '−' : ''}${Math.abs(tone).toFixed(2)}`;
  return `spoken of ${tone >= NEITHER ? 'well' : tone <= -NEITHER ? 'badly' : 'neither well nor badly'} here (${figure})`;
}
