import type { JSX } from 'preact';
import { goQuery, useQuery } from '../app/router';
import type { Voice } from '../api/types';
import { counted, whole } from '../ui/numbers';
import { VoiceDot } from '../ui/Voices';
import { VOICE } from '../ui/words';
import type { Kind } from './marks';
import { shownIn, withToggled } from './show';

interface Props {
  readonly words: Partial<Record<Voice, number>>;
  readonly counts: Readonly<Record<Kind, number>>;
}

const NAME: Readonly<Record<Exclude<Kind, 'quoted' | 'reported' | 'readers'>, string>> = {
  cues: 'cues',
  speakers: 'speakers',
  entities: 'entities',
  notices: 'notices',
  wording: 'wording',
  slant: 'slant of each sentence',
};

/** Whose words they are, in figures and as a bar, and a switch for each kind of mark. */
export function Toggles({ words, counts }: Props): JSX.Element {
  const query = useQuery();
  const shown = shownIn(query);
  const button = (kind: Kind, label: JSX.Element | string, count: number | undefined, unit?: string, of = 'place') => (
    <li key={kind}>
      <button type="button" title={count ? `${counted(count, of)} in the text` : undefined} aria-pressed={shown.has(kind)} disabled={!count} onClick={() => goQuery(withToggled(query, kind), { replace: true })}>
        {label}
        {count !== undefined && <b>{whole(count)}</b>}
        {unit}
      </button>
    </li>
  );
  const voice = (kind: Kind, of: Voice, count: number | undefined, unit?: string) =>
    button(
      kind,
      <>
        <VoiceDot voice={of} /> {VOICE[of]}
      </>,
      count,
      unit,
      words[of] === undefined ? 'place' : 'word',
    );
  return (
    <div class="toggles filters">
      <WordBar words={words} />
      <ul aria-label="What is marked">
        <li class="fixed" title={`${counted(words.OUTLET ?? 0, 'word')} in the text`}>
          <VoiceDot voice="OUTLET" /> {VOICE.OUTLET} <b>{whole(words.OUTLET ?? 0)}</b>
        </li>
        {voice('quoted', 'QUOTED', words.QUOTED ?? counts.quoted)}
        {voice('reported', 'REPORTED', words.REPORTED ?? counts.reported)}
        {counts.readers > 0 && voice('readers', 'READER', words.READER ?? counts.readers, words.READER ? undefined : counts.readers === 1 ? 'comment' : 'comments')}
      </ul>
      <ul aria-label="What is marked besides">
        {(['cues', 'speakers', 'entities', 'notices', 'wording', 'slant'] as const).map((kind) =>
          kind === 'notices' && !counts.notices ? null : button(kind, <span class={`sample-${kind}`}>{NAME[kind]}</span>, counts[kind]),
        )}
      </ul>
    </div>
  );
}

/** The shares of the voices in the article itself; readers are another text. */
function WordBar({ words }: { words: Partial<Record<Voice, number>> }) {
  const voices = (['OUTLET', 'QUOTED', 'REPORTED'] as const).filter((voice) => words[voice]);
  if (!voices.length) return null;
  return (
    <div class="word-bar" aria-hidden="true">
      {voices.map((voice) => (
        <i key={voice} class={voice.toLowerCase()} style={{ flexGrow: words[voice] }} />
      ))}
    </div>
  );
}
