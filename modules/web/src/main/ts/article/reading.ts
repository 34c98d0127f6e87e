import type { ArticleWhole } from '../api/articleTypes';
import type { Claim } from '../api/types';
import { beginningOf, kindOf, marksOfClaim, type Kind, type Mark } from './marks';

/** The texts of an article: its title, its body, and each reader's comment by its position. */
export type TextKey = 'title' | 'body' | `comment-${number}`;

export interface Reading {
  /** All that can be marked, by text, in the order of the text. */
  readonly marks: ReadonlyMap<TextKey, readonly Mark[]>;
  /** The claims in the order in which one reads them: those of the article, then those of its readers. */
  readonly claims: readonly Claim[];
  readonly counts: Readonly<Record<Kind, number>>;
}

export function textOf(claim: Claim): TextKey {
  return claim.comment == null ? 'body' : `comment-${claim.comment}`;
}

/** Lays what the API says of an article onto its texts. */
export function readingOf(whole: ArticleWhole): Reading {
  const { article, comments } = whole;
  const marks = new Map<TextKey, Mark[]>();
  const put = (key: TextKey, mark: Mark) => {
    const list = marks.get(key);
    if (list) list.push(mark);
    else marks.set(key, [mark]);
  };
  const keyOf = (of: { comment?: number | null }): TextKey => (of.comment == null ? 'body' : `comment-${of.comment}`);
  const texts = new Map<TextKey, string>([['body', article.body]]);
  for (const comment of comments) texts.set(`comment-${comment.position}`, comment.text);
  for (const claim of whole.claims) {
    for (const mark of marksOfClaim(claim, texts.get(textOf(claim)) ?? '')) put(textOf(claim), mark);
  }
  for (const mention of whole.mentions) put(keyOf(mention), { kind: 'entity', mention, start: mention.start, end: mention.end });
  for (const term of whole.terms) {
    if (term.category === 'HEADLINE') continue;
    put(term.part === 'TITLE' ? 'title' : keyOf(term), { kind: 'term', term, start: term.start, end: term.end });
  }
  for (const notice of whole.notices ?? []) {
    const start = notice.evidence ? article.body.indexOf(notice.evidence) : -1;
    if (start >= 0) put('body', { kind: 'notice', notice, start, end: start + notice.evidence.length });
  }
  for (const sentence of whole.sentences) put(keyOf(sentence), { kind: 'sentence', sentence, start: sentence.start, end: sentence.end });
  for (const list of marks.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
  const claims = [...whole.claims].sort((a, b) => (a.comment ?? -1) - (b.comment ?? -1) || beginningOf(a) - beginningOf(b));
  return { marks, claims, counts: count(marks, comments.length) };
}

/** What stands in the article; its readers' words are counted by themselves. */
function count(marks: ReadonlyMap<TextKey, readonly Mark[]>, readers: number): Record<Kind, number> {
  const counts = { quoted: 0, reported: 0, cues: 0, speakers: 0, entities: 0, notices: 0, wording: 0, slant: 0, readers };
  for (const key of ['title', 'body'] as const) for (const mark of marks.get(key) ?? []) counts[kindOf(mark)]++;
  return counts;
}
