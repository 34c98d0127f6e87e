import type { ComponentChildren, JSX } from 'preact';
import { Few } from '../ui/Few';

/** What a median is of. */
export interface Others {
  readonly outlets: number;
  /** How many articles each of them has at least. */
  readonly leastArticles: number;
}

/** A middle of fewer is none. */
const LEAST_OUTLETS = 3;

/** From so many articles on what holds of an outlet is no accident of one day. */
const LEAST_ARTICLES = 3;

/** Whether there are enough outlets to stand beside. */
export function isCompared({ outlets }: Others): boolean {
  return outlets >= LEAST_OUTLETS;
}

interface Props {
  readonly title: string;
  readonly value: number | null | undefined;
  readonly median: number | null | undefined;
  readonly of: Others;
  readonly format: (value: number) => string;
  /** The end of the scale; else as far as the two need. */
  readonly end?: number;
  /** How many articles, or claims, the value rests on. */
  readonly rests: readonly [number, string];
  readonly children?: ComponentChildren;
}

/** A number of an outlet on one scale with the median of the others. */
export function Against({ title, value, median, of, format, end, rests: [n, what], children }: Props): JSX.Element {
  const known = typeof value === 'number';
  const compared = typeof median === 'number' && isCompared(of);
  // Without an end of its own a scale says something only beside the others.
  const drawn = compared || end !== undefined;
  const most = end ?? (Math.max(known ? value : 0, compared ? median : 0) * 1.25 || 1);
  const at = (x: number) => `${Math.min(100, (100 * x) / most)}%`;
  return (
    <li class="card against">
      <span>{title}</span>
      <b>{known ? format(value) : 'not known'}</b>
      {known && drawn && (
        <span class="scale" aria-hidden="true">
          <i class="fill" style={{ width: at(value) }} />
          {compared && <i class="median" style={{ left: at(median) }} />}
        </span>
      )}
      {known && (
        <small>
          <Few n={n} of={what} />
        </small>
      )}
      <small>
        {compared ? (
          <>
            median {format(median)} of {of.outlets} outlets{of.leastArticles < LEAST_ARTICLES && <span class="few">, some of few articles</span>}
          </>
        ) : (
          'too few outlets to compare with'
        )}
      </small>
      {children}
    </li>
  );
}
