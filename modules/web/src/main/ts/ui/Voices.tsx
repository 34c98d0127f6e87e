import type { JSX } from 'preact';
import type { Voice } from '../api/types';
import { whole } from './numbers';
import { VOICE } from './words';

export const VOICES: readonly Voice[] = ['OUTLET', 'QUOTED', 'REPORTED', 'READER'];

/** The colour of a voice, with its name: the same everywhere. */
export function VoiceDot({ voice }: { voice: Voice }): JSX.Element {
  return <i class={`dot ${voice.toLowerCase()}`} aria-hidden="true" />;
}

/** Which colour is whose words, and how many those are where that is known. */
export function VoiceLegend({ words }: { words?: Partial<Record<Voice, number>> }): JSX.Element {
  return (
    <ul class="legend">
      {VOICES.filter((voice) => !words || words[voice] !== undefined).map((voice) => (
        <li key={voice}>
          <VoiceDot voice={voice} /> {VOICE[voice]}
          {words && <b> {whole(words[voice] ?? 0)}</b>}
        </li>
      ))}
    </ul>
  );
}
