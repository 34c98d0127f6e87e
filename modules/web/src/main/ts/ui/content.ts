/** What a claim says, as it is shown by itself. */
import type { Form } from '../api/types';
import { quotes } from './Said';

/**
 * Without what stands in quotation marks for a second time: a text may have the same words in its body and as a pull
 * quote, or in two kinds of quotation marks.
 */
export function once(content: string): string {
  const told: string[] = [];
  let text = '';
  let from = 0;
  for (const [start, end] of quotes(content)) {
    text += content.slice(from, start);
    from = end;
    const words = wordsOf(content.slice(start, end));
    if (told.some((other) => other.includes(words))) text = text.trimEnd();
    else {
      told.push(words);
      text += content.slice(start, end);
    }
  }
  return (text + content.slice(from)).trim();
}

function wordsOf(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;
}

/** Who is named as a source, without the mark at which the text goes on. */
export function bare(source: string): string {
  return source.replace(/[\s,;:]+$/, '');
}

/** A claim's content as a heading: in quotation marks only what the text itself quotes. */
export function headingOf(content: string, form: Form | null): string {
  const text = once(content);
  return form === 'DIRECT' && !/^["“«„]/u.test(text) ? `“${text}”` : text;
}
