import type { JSX } from 'preact';
import type { ArticleWhole, MovedWord, SentenceBias, Term, TermCategory } from '../api/articleTypes';
import type { Span } from '../api/types';
import { whole as wholeNumber, score } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { rowsOf } from '../ui/rows';
import { VoiceDot } from '../ui/Voices';
import { CATEGORY } from './words';

const SENTENCES = 4;

/** How the article is worded: its score, the sentences that make it, and the words that make those. */
export function Worded({ whole, onGo }: { whole: ArticleWhole; onGo: (start: number) => void }): JSX.Element | null {
  const { article } = whole;
  const sentences = whole.sentences.filter((sentence) => sentence.comment == null);
  const terms = whole.terms.filter((term) => term.comment == null);
  if (!sentences.length && !terms.length) return null;
  const strongest = [...sentences].sort((a, b) => b.bias - a.bias).slice(0, SENTENCES);
  const id = article.id.replaceAll("'", "''");
  const bias = whole.framing?.bias;
  const names = whole.mentions.filter((mention) => mention.comment == null);
  return (
    <Panel
      title="How it is worded"
      numbers={typeof bias === 'number' ? `slant ${score(bias)} outside of quotation marks, from ${wholeNumber(sentences.length)} sentences` : undefined}
      class="worded"
      rows={rowsOf(['category', 'text', 'voice', 'weight', 'reason'], terms)}
      sql={`select category, text, voice, weight, reason from framing_terms where articleId = '${id}' and comment is null order by part, "start"`}
    >
      <div class="worded-parts">
        <div>
          <h3>Sentences that slant most</h3>
          <p class="muted">
            <span class="moved-key">Dotted</span> are the words that moved the model’s number; that does not say that they are wrong.
          </p>
          <ol class="slanted">
            {strongest.map((sentence) => (
              <li key={sentence.start}>
                <span class="bar" aria-hidden="true">
                  <i style={{ width: `${Math.round(sentence.bias * 100)}%` }} />
                </span>
                <span class="figure">{score(sentence.bias)}</span>
                <button type="button" class="link" onClick={() => onGo(sentence.start)} dir="auto">
                  <VoiceDot voice={sentence.voice} /> <Moved text={article.body} sentence={sentence} names={names} />
                </button>
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h3>Words</h3>
          {terms.length ? <Categories terms={terms} onGo={onGo} /> : <p class="muted">Nothing stands out.</p>}
        </div>
      </div>
    </Panel>
  );
}

/** A sentence with the words in it that move its score up; who or what is named does not word anything. */
function Moved({ text, sentence, names }: { text: string; sentence: SentenceBias; names: readonly Span[] }) {
  const up = (sentence.moved ?? []).filter(
    (word) => word.by > 0 && word.start >= sentence.start && word.end <= sentence.end && !names.some((name) => name.start < word.end && word.start < name.end),
  );
  up.sort((a, b) => a.start - b.start);
  const parts: (string | MovedWord)[] = [];
  let from = sentence.start;
  for (const word of up) {
    if (word.start < from) continue;
    parts.push(text.slice(from, word.start), word);
    from = word.end;
  }
  parts.push(text.slice(from, sentence.end));
  return (
    <span>
      {parts.map((part, i) => (typeof part === 'string' ? part : <span key={i} class="moved">{text.slice(part.start, part.end)}</span>))}
    </span>
  );
}

function Categories({ terms, onGo }: { terms: readonly Term[]; onGo: (start: number) => void }) {
  const by = new Map<TermCategory, Term[]>();
  for (const term of terms) by.set(term.category, [...(by.get(term.category) ?? []), term]);
  const groups = [...by].sort(([, a], [, b]) => sum(b) - sum(a));
  return (
    <dl class="categories">
      {groups.map(([category, list]) => (
        <div key={category}>
          <dt>
            {CATEGORY[category]} <span class="muted">{list.length}</span>
          </dt>
          <dd>
            {list.slice(0, 6).map((term, i) => (
              <>
                {i > 0 && ', '}
                {term.part === 'BODY' ? (
                  <button type="button" class={`link ${term.negated ? 'muted' : ''}`} title={term.reason} onClick={() => onGo(term.start)}>
                    {term.text}
                  </button>
                ) : (
                  <span title={term.reason}>{term.reason}</span>
                )}
              </>
            ))}
            {list.length > 6 && ` and ${list.length - 6} more`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function sum(terms: readonly Term[]): number {
  return terms.reduce((all, term) => all + (term.negated ? 0 : term.weight), 0);
}
