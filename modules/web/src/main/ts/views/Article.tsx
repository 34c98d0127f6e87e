import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ArticleWhole } from '../api/articleTypes';
import { useApi } from '../api/useApi';
import { go, goQuery, useQuery } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { ClaimIndex } from '../article/ClaimIndex';
import { ClaimSide } from '../article/ClaimSide';
import { beginningOf } from '../article/marks';
import { MarkedText } from '../article/MarkedText';
import { Origin } from '../article/Origin';
import { Readers } from '../article/Readers';
import { readingOf, textOf } from '../article/reading';
import { shownIn } from '../article/show';
import { Toggles } from '../article/Toggles';
import { Unread } from '../article/Unread';
import { Why } from '../article/Why';
import { Worded } from '../article/Worded';
import { claimHref, outletHref, safeUrl } from '../ui/links';
import { counted } from '../ui/numbers';
import { Ask, Empty } from '../ui/States';
import { dayAndClock, published } from '../ui/time';

/** The article as it is read, with all that is known of its words marked in place. */
export default function Article({ params: [id = ''] }: ViewProps): JSX.Element {
  const answer = useApi<ArticleWhole>(`/api/articles/${encodeURIComponent(id)}`);
  useTitle(answer.stale ? null : answer.data?.article.title || 'Article');
  return (
    <Ask page answer={answer} what="Loading the article">
      {(whole) => <Read key={whole.article.id} whole={whole} />}
    </Ask>
  );
}

function Read({ whole }: { whole: ArticleWhole }) {
  const { article } = whole;
  const query = useQuery();
  const reading = useMemo(() => readingOf(whole), [whole]);
  const show = query.get('show');
  const shown = useMemo(() => shownIn(query), [show]);
  const chosen = query.get('claim');
  const at = reading.claims.findIndex((claim) => claim.id === chosen);
  const claim = reading.claims[at] ?? null;
  const root = useRef<HTMLDivElement>(null);
  const choose = (claimId: string | null, scroll = false) => {
    const next = new URLSearchParams(query);
    if (claimId === null) next.delete('claim');
    else next.set('claim', claimId);
    goQuery(next, { replace: true });
    if (scroll && claimId !== null) requestAnimationFrame(() => reveal(root.current, rowOf(claimId), true));
  };
  const rowOf = (claimId: string) => {
    const of = reading.claims.find((c) => c.id === claimId);
    return of ? `[data-text="${textOf(of)}"] [data-at="${beginningOf(of)}"]` : null;
  };
  useEffect(() => {
    // Come by a link to a claim, and not back to where one was.
    if (chosen && typeof history.state?.scroll !== 'number') reveal(root.current, rowOf(chosen), false);
  }, []);
  const stop = claim && claim.comment == null ? beginningOf(claim) : firstMark(reading.claims[0]?.comment == null ? reading.claims[0] : undefined);
  const texts = { reading, shown, chosen };
  return (
    <div class="cols three article-view" ref={root}>
      <div>
        <Why {...texts} onChoose={(claimId) => choose(claimId, sheetCovers())} onFollow={(claimId) => {
          const of = reading.claims.find((c) => c.id === claimId);
          if (of) go(claimHref(of));
        }}>
          <Head whole={whole} />
          <h1 dir="auto">
            {article.title ? <MarkedText name="title" text={article.title} marks={reading.marks.get('title') ?? []} shown={shown} chosen={chosen} stop={null} /> : 'Without a title'}
          </h1>
          {shown.has('wording') && <Headline terms={whole.terms} />}
          {article.dek && (
            <p class="dek" dir="auto">
              {article.dek}
            </p>
          )}
          <Unread whole={whole} />
          <Origin whole={whole} />
          <Toggles words={whole.words ?? {}} counts={reading.counts} />
          {article.paragraphs.length === 0 && <Empty title="There is no text">The page has no text that reads as an article: an index, an error page, or one that a script fills.</Empty>}
          <div class="body" lang={article.language ?? undefined}>
            {article.paragraphs.map(({ start, end }) => (
              <p key={start} dir="auto">
                <MarkedText name="body" text={article.body} from={start} to={end} marks={reading.marks.get('body') ?? []} shown={shown} chosen={chosen} stop={stop} />
              </p>
            ))}
          </div>
          {reading.claims.length > 0 && (
            <p class="keys-hint muted">
              <kbd>j</kbd> <kbd>k</kbd> from claim to claim, <kbd>←</kbd> <kbd>→</kbd> from mark to mark, <kbd>Enter</kbd> to who else has it
            </p>
          )}
          <Worded whole={whole} onGo={(start) => reveal(root.current, `[data-text="body"] [data-at="${start}"]`, true, start)} />
          {shown.has('readers') && <Readers articleId={article.id} comments={whole.comments} said={article.commentCount ?? null} {...texts} />}
        </Why>
      </div>
      <div class={`side ${claim ? 'has-claim' : ''}`}>
        {claim && (
          <ClaimSide
            claim={claim}
            article={article}
            place={[at + 1, reading.claims.length]}
            onStep={(by) => choose(reading.claims[at + by]?.id ?? null, true)}
            onClose={() => choose(null)}
          />
        )}
        <ClaimIndex articleId={article.id} claims={reading.claims} chosen={chosen} onChoose={(claimId) => choose(claimId, true)} />
      </div>
    </div>
  );
}

/** What is to be said of the headline as a whole; marked in place, it would be nothing but mark. */
function Headline({ terms }: { terms: ArticleWhole['terms'] }) {
  const whole = terms.filter((term) => term.category === 'HEADLINE');
  if (!whole.length) return null;
  return (
    <p class="headline-note">
      <span class="load">headline</span> {whole.map((term) => term.reason).join('; ')}
    </p>
  );
}

function firstMark(claim: Parameters<typeof beginningOf>[0] | undefined): number | null {
  return claim ? beginningOf(claim) : null;
}

/** On a narrow screen the chosen claim comes over the text: its words have to move out from below it. */
function sheetCovers(): boolean {
  return matchMedia('(max-width: 900px)').matches;
}

/** Brings a mark into view where it is not; of a place without a mark of its own, the paragraph. */
function reveal(root: HTMLElement | null, selector: string | null, smooth: boolean, near?: number): void {
  if (!root || !selector) return;
  let element = root.querySelector<HTMLElement>(selector);
  if (!element && near !== undefined) {
    const marks = [...root.querySelectorAll<HTMLElement>('[data-text="body"] [data-at]')];
    element = marks.filter((mark) => Number(mark.dataset['at']) <= near).at(-1) ?? marks[0] ?? null;
  }
  if (!element) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches || !smooth;
  element.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
}

function Head({ whole }: { whole: ArticleWhole }) {
  const { article } = whole;
  const url = safeUrl(article.url ?? article.pageUrl);
  const ofReaders = whole.claims.filter((claim) => claim.comment != null).length;
  return (
    <p class="head muted">
      {article.outletId ? (
        <a href={outletHref(article.outletId)}>
          <bdi>{article.outletName ?? article.outletId}</bdi>
        </a>
      ) : (
        <bdi>{article.outletName ?? article.publisher ?? 'outlet not known'}</bdi>
      )}
      {article.atKind === 'FIRST_SEEN' && <span>published time not given</span>}
      <time dateTime={article.at}>{published(article)}</time>
      {article.modifiedAt && article.modifiedAt !== article.publishedAt && <span>changed {dayAndClock(article.modifiedAt)}</span>}
      {article.byline && <bdi class="byline">{article.byline}</bdi>}
      <span>
        {counted(whole.claims.length, 'claim')}
        {ofReaders > 0 && `, ${ofReaders} of them in readers’ comments`}
      </span>
      {whole.comments.length > 0 && <span>{counted(whole.comments.length, 'comment')}</span>}
      {url && (
        <a href={url} target="_blank" rel="noreferrer noopener">
          the page itself
        </a>
      )}
    </p>
  );
}
