import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Claim } from '../api/types';
import { beginningOf, classOf, kindOf, segmentsOf, type Kind, type Mark, type Segment } from './marks';
import type { TextKey } from './reading';

interface Props {
  readonly name: TextKey;
  readonly text: string;
  readonly from?: number;
  readonly to?: number;
  readonly marks: readonly Mark[];
  readonly shown: ReadonlySet<Kind>;
  /** The id of the claim whose words stand out. */
  readonly chosen: string | null;
  /** Where the one place is that Tab stops at. */
  readonly stop: number | null;
}

/**
 * Text with its marks in place. What stands behind a mark is told by the `Why` around it, which finds it by
 * `data-text` and `data-at`; a claim's beginning is a row, so that j and k go from claim to claim.
 */
export function MarkedText({ name, text, from = 0, to = text.length, marks, shown, chosen, stop }: Props): JSX.Element {
  const segments = useMemo(
    () => segmentsOf(text, from, to, marks.filter((mark) => shown.has(kindOf(mark)))),
    [text, from, to, marks, shown],
  );
  const here = segments.some((segment) => segment.marks.some((mark) => 'claim' in mark && mark.claim.id === chosen)) ? chosen : null;
  const stopHere = stop !== null && stop >= from && stop < to ? stop : null;
  // A long article has thousands of segments: only the paragraphs whose marks change are drawn again.
  return useMemo(
    () => (
      <span data-text={name}>
        {segments.map((segment) => (segment.marks.length ? <Marked key={segment.start} segment={segment} chosen={here} stop={stopHere} /> : segment.text))}
      </span>
    ),
    [segments, here, stopHere],
  );
}

function Marked({ segment, chosen, stop }: { segment: Segment; chosen: string | null; stop: number | null }) {
  const begins = beginsClaim(segment);
  return (
    <mark
      class={classOf(segment, chosen)}
      data-at={segment.start}
      data-row={begins ? begins.id : undefined}
      tabIndex={segment.start === stop ? 0 : -1}
    >
      {segment.text}
    </mark>
  );
}

function beginsClaim(segment: Segment): Claim | null {
  for (const mark of segment.marks) {
    if ('claim' in mark && beginningOf(mark.claim) === segment.start) return mark.claim;
  }
  return null;
}
