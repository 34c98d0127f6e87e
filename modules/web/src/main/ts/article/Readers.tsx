import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ReaderComment } from '../api/articleTypes';
import { counted, whole } from '../ui/numbers';
import { SourceLinks } from '../ui/Panel';
import { dayAndClock } from '../ui/time';
import type { Kind } from './marks';
import { MarkedText } from './MarkedText';
import type { Reading } from './reading';

interface Props {
  readonly comments: readonly ReaderComment[];
  /** How many the page says that it has. */
  readonly said: number | null;
  readonly reading: Reading;
  readonly shown: ReadonlySet<Kind>;
  readonly chosen: string | null;
  readonly articleId: string;
}

const FIRST = 25;
const DEEPEST = 4;

interface Threaded {
  readonly comment: ReaderComment;
  readonly depth: number;
}

/** Readers' comments, apart from the article and each below the one that it answers. */
export function Readers({ comments, said, reading, shown, chosen, articleId }: Props): JSX.Element | null {
  const threads = useMemo(() => thread(comments), [comments]);
  const [all, setAll] = useState(false);
  if (!comments.length && !said) return null;
  const chosenIn = reading.claims.find((claim) => claim.id === chosen)?.comment;
  const needed = chosenIn == null ? -1 : threads.findIndex(({ comment }) => comment.position === chosenIn);
  const visible = all || needed >= FIRST ? threads : threads.slice(0, FIRST);
  const names = new Map(comments.map((comment) => [comment.position, comment.author]));
  return (
    <section class="readers" aria-labelledby="readers">
      <header>
        <h2 id="readers">
          Readers, {counted(comments.length, 'comment')}
          {said != null && said > comments.length && ` of ${whole(said)}`}: never the outlet’s voice
        </h2>
        <SourceLinks
          sql={`select author, postedAt, text from comments where articleId = '${articleId.replaceAll("'", "''")}' order by position`}
          csv={`/api/comments?article=${encodeURIComponent(articleId)}&format=csv`}
          json={`/api/comments?article=${encodeURIComponent(articleId)}&limit=500`}
        />
      </header>
      {!comments.length && <p class="muted">The page says that there are {counted(said ?? 0, 'comment')}; it does not hold them.</p>}
      {visible.map(({ comment, depth }) => (
        <article key={comment.position} class={`reader depth-${Math.min(depth, DEEPEST)}`} id={`comment-${comment.position}`}>
          <small>
            <bdi>{comment.author || 'without a name'}</bdi>
            {comment.postedAt && <>, <time dateTime={comment.postedAt}>{dayAndClock(comment.postedAt)}</time></>}
            {depth > DEEPEST && comment.replyTo != null && <>, to <bdi>{names.get(comment.replyTo) || 'without a name'}</bdi></>}
          </small>
          <p dir="auto">
            <MarkedText
              name={`comment-${comment.position}`}
              text={comment.text}
              marks={reading.marks.get(`comment-${comment.position}`) ?? []}
              shown={shown}
              chosen={chosen}
              stop={null}
            />
          </p>
        </article>
      ))}
      {visible.length < threads.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          The other {whole(threads.length - visible.length)} comments
        </button>
      )}
    </section>
  );
}

/** Each comment after the one that it answers, otherwise in the page's order. */
function thread(comments: readonly ReaderComment[]): Threaded[] {
  const positions = new Set(comments.map((comment) => comment.position));
  const answers = new Map<number | null, ReaderComment[]>();
  for (const comment of comments) {
    // An answer to itself or to a later one would never be reached.
    const to = comment.replyTo != null && comment.replyTo < comment.position && positions.has(comment.replyTo) ? comment.replyTo : null;
    const list = answers.get(to);
    if (list) list.push(comment);
    else answers.set(to, [comment]);
  }
  const threads: Threaded[] = [];
  const open: Threaded[] = (answers.get(null) ?? []).map((comment) => ({ comment, depth: 0 })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    threads.push(next);
    const { depth } = next;
    for (const comment of [...(answers.get(next.comment.position) ?? [])].reverse()) open.push({ comment, depth: depth + 1 });
  }
  return threads;
}
