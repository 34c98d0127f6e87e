import type { JSX } from 'preact';
import { counted } from '../ui/numbers';

interface Props {
  readonly names: readonly string[];
  readonly totals: readonly (number | null)[];
  readonly compared: boolean;
  /** Which of the two the filters and the list are of. */
  readonly side: 0 | 1;
  readonly onSide: (side: 0 | 1) => void;
  readonly onDrop: (side: 0 | 1) => void;
  readonly onCompare: () => void;
}

/** The two searches that are compared: which line is whose, and which of them the filters change. */
export function Sides({ names, totals, compared, side, onSide, onDrop, onCompare }: Props): JSX.Element {
  if (!compared) {
    return (
      <p class="sides">
        <button type="button" class="link" onClick={onCompare}>
          Compare with another search
        </button>
      </p>
    );
  }
  return (
    <ul class="sides" aria-label="The two searches">
      {([0, 1] as const).map((i) => (
        <li key={i} class={`side s${i} ${i === side ? 'on' : ''}`}>
          <button type="button" aria-pressed={i === side} onClick={() => onSide(i)} title="The filters and the list are of this one">
            <i aria-hidden="true" />
            <bdi>{names[i]}</bdi>
            {totals[i] !== null && <span class="muted"> {counted(totals[i]!, 'claim')}</span>}
          </button>
          <button type="button" class="link" aria-label={`Without: ${names[i]}`} title="Without this one" onClick={() => onDrop(i)}>
            ×
          </button>
        </li>
      ))}
      {names[0] === names[1] && <li class="muted">Change one of them by the filters.</li>}
    </ul>
  );
}
