import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Naming } from '../api/profileTypes';
import type { Voice } from '../api/types';
import { whole } from '../ui/numbers';
import { VoiceDot, VOICES } from '../ui/Voices';
import { VOICE } from '../ui/words';

interface Called {
  readonly text: string;
  readonly label: string | null;
  readonly count: number;
  readonly voices: ReadonlyMap<Voice, number>;
  readonly outlets: ReadonlyMap<string, number>;
}

const FIRST = 12;

/** What it is called, in whose voice, and in which outlets; with a label before it first, for that judges. */
export function Names({ naming }: { naming: readonly Naming[] }): JSX.Element {
  const [all, setAll] = useState(false);
  const called = group(naming);
  if (!called.length) return <p class="muted">It is not named anywhere yet.</p>;
  const shown = all ? called : called.slice(0, FIRST);
  const most = Math.max(...called.map((one) => one.count));
  return (
    <>
      <ul class="names">
        {shown.map((one) => (
          <li key={`${one.label} ${one.text}`}>
            <span class="label" dir="auto">
              {one.label && <span class="load">{one.label}</span>} {one.text}
            </span>
            <span class="bar" aria-hidden="true">
              {VOICES.map((voice) => (
                <i key={voice} class={`${voice.toLowerCase()}-bar`} style={{ width: `${(100 * (one.voices.get(voice) ?? 0)) / most}%` }} />
              ))}
            </span>
            <span class="n">{whole(one.count)}</span>
            <small>{outletsOf(one)}</small>
          </li>
        ))}
      </ul>
      {shown.length < called.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {whole(called.length - shown.length)} more
        </button>
      )}
      <ul class="legend">
        {VOICES.map((voice) => (
          <li key={voice}>
            <VoiceDot voice={voice} /> {VOICE[voice]}
          </li>
        ))}
      </ul>
    </>
  );
}

function group(naming: readonly Naming[]): Called[] {
  const by = new Map<string, { text: string; label: string | null; count: number; voices: Map<Voice, number>; outlets: Map<string, number> }>();
  for (const { text, label, outletId, outletName, voice, count } of naming) {
    const key = `${label ?? ''}|${text}`;
    const one = by.get(key) ?? { text, label: label ?? null, count: 0, voices: new Map<Voice, number>(), outlets: new Map<string, number>() };
    one.count += count;
    one.voices.set(voice, (one.voices.get(voice) ?? 0) + count);
    const outlet = outletName ?? outletId;
    if (outlet) one.outlets.set(outlet, (one.outlets.get(outlet) ?? 0) + count);
    by.set(key, one);
  }
  return [...by.values()].sort((a, b) => Number(b.label !== null) - Number(a.label !== null) || b.count - a.count);
}

function outletsOf({ outlets }: Called): string {
  const names = [...outlets].sort(([, a], [, b]) => b - a).map(([name]) => name);
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');
}
