import { Fragment, type JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { diffWords, likeness, sameWords } from './wordDiff';

interface Props {
  readonly before: string;
  readonly after: string;
  /** What is said where the words are the same; without it they are shown. */
  readonly same?: string;
  /** What is said where next to nothing is the same. */
  readonly other?: string;
}

/** Where less than this is the same, the marks would hide the words. */
const READABLE = 0.34;

/** A wording, with what it leaves out and what it has instead marked against another one. */
export function Diff({ before, after, same, other }: Props): JSX.Element {
  const pieces = useMemo(() => {
    if (before === after || sameWords(before, after)) return null;
    return likeness(before, after) < READABLE ? 'OTHER' : diffWords(before, after);
  }, [before, after]);
  if (pieces === null) return same === undefined ? <span dir="auto">{after}</span> : <span class="muted">{same}</span>;
  if (pieces === 'OTHER') {
    return (
      <span dir="auto">
        {after} {other && <span class="tag">{other}</span>}
      </span>
    );
  }
  return (
    <span class="diff" dir="auto">
      {pieces.map(({ kind, text, start }, i) => {
        const trimmed = text.trimEnd();
        const key = `${kind}${start}`;
        if (kind === 'same') {
          // What was dropped from the end would run into the last word.
          const last = start + text.length === after.length && trimmed === text && i < pieces.length - 1;
          return <Fragment key={key}>{last ? `${text} ` : text}</Fragment>;
        }
        const rest = text.slice(trimmed.length) || ' ';
        return <Fragment key={key}>{kind === 'add' ? <ins>{trimmed}</ins> : <del>{trimmed}</del>}{rest}</Fragment>;
      })}
    </span>
  );
}
