import { Fragment, type JSX } from 'preact';
import type { Piece } from './align';

/** Both texts as one: what was dropped struck out, what was added marked, where it stands. */
export function OneText({ pieces, language }: { pieces: readonly Piece[]; language: string | null }): JSX.Element {
  return (
    <div class="one-text" lang={language ?? undefined}>
      {paragraphsOf(pieces).map((paragraph, i) => (
        <p key={i} dir="auto">
          {paragraph.map(({ kind, text, moved }, k) => {
            const words = text.trimEnd();
            const rest = text.slice(words.length);
            const mark = kind === 'same' ? (moved ? <span class="moved-text" title="stands elsewhere in the origin">{words}</span> : words) : kind === 'add' ? <ins>{words}</ins> : <del>{words}</del>;
            return (
              <Fragment key={k}>
                {mark}
                {rest || (kind !== 'same' ? ' ' : '')}
              </Fragment>
            );
          })}
        </p>
      ))}
    </div>
  );
}

function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    piece.text.split(/\n{2,}/).forEach((text, i) => {
      if (i > 0) paragraphs.push([]);
      if (text) paragraphs[paragraphs.length - 1]!.push({ ...piece, text });
    });
  }
  return paragraphs.filter((paragraph) => paragraph.some((piece) => piece.text.trim()));
}
