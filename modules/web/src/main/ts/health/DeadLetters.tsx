import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeadLetter, DeadReason } from '../api/healthTypes';
import type { Rows } from '../api/types';
import { useApi } from '../api/useApi';
import { goQuery, useQuery } from '../app/router';
import { usePages } from '../search/usePages';
import { WordsField } from '../ui/Filters';
import { safeUrl } from '../ui/links';
import { counted, whole } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { Failed, Loading } from '../ui/States';
import { dayAndClock } from '../ui/time';

const PAGE = 20;
const KEYS = ['stage', 'reason', 'words'] as const;

/** What could not be processed: by reason, then one by one, each with the address of its page. */
export function DeadLetters({ total }: { total: number }): JSX.Element {
  const query = useQuery();
  const filter = new URLSearchParams();
  for (const key of KEYS) if (query.get(key)) filter.set(key, query.get(key)!);
  const text = filter.toString();
  const path = `/api/dead-letters?${text && text + '&'}limit=${PAGE}`;
  const pages = usePages<DeadLetter>(path);
  const reasons = useApi<Rows<DeadReason>>('/api/dead-letters/reasons');
  // More have come: the lists are of before. What was loaded further down stays where it is.
  useEffect(() => {
    reasons.reload();
    pages.reload();
  }, [total]);
  const csv = new URLSearchParams(filter);
  csv.set('format', 'csv');
  const set = (stage: string | null, reason: string | null) => {
    const next = new URLSearchParams(query);
    for (const [key, value] of [['stage', stage], ['reason', reason]] as const) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    goQuery(next);
  };
  return (
    <Panel
      title="Not processed"
      numbers={total > 0 && counted(total, 'record')}
      sql={pages.sql}
      csv={`/api/dead-letters?${csv}`}
      json={path}
      class="dead"
      stale={pages.stale}
    >
      {reasons.problem && !reasons.data && <Failed problem={reasons.problem} retry={reasons.reload} />}
      {reasons.data && reasons.data.rows.length > 0 && (
        <Reasons rows={reasons.data.rows} stage={query.get('stage')} reason={query.get('reason')} onChoose={set} />
      )}
      {(total > 0 || text) && <WordsField name="words" label="Words in the address or the reason" placeholder="Find by words" />}
      {pages.problem && <Failed problem={pages.problem} retry={pages.reload} />}
      {!pages.rows && !pages.problem && <Loading />}
      {pages.rows?.length === 0 && (
        <p class="muted">
          {text ? (
            <>
              Nothing is like this.{' '}
              <button type="button" class="link" onClick={() => goQuery(new URLSearchParams())}>
                Take the filters away
              </button>
            </>
          ) : (
            'Everything that came in could be processed.'
          )}
        </p>
      )}
      {pages.rows && pages.rows.length > 0 && <Letters rows={pages.rows} />}
      {pages.more && (
        <button type="button" class="button more" disabled={pages.loadingMore} onClick={pages.loadMore}>
          {pages.loadingMore ? 'Loading …' : 'More'}
        </button>
      )}
    </Panel>
  );
}

interface ReasonsProps {
  readonly rows: readonly DeadReason[];
  readonly stage: string | null;
  readonly reason: string | null;
  readonly onChoose: (stage: string | null, reason: string | null) => void;
}

function Reasons({ rows, stage, reason, onChoose }: ReasonsProps) {
  return (
    <ul class="dead-reasons filters" aria-label="By reason">
      {rows.map((row) => {
        const on = row.reason === reason && (row.stage ?? null) === stage;
        return (
          <li key={`${row.stage} ${row.reason}`}>
            <button
              type="button"
              class={`value ${on ? 'on' : ''}`}
              aria-pressed={on}
              onClick={() => (on ? onChoose(null, null) : onChoose(row.stage ?? null, row.reason))}
            >
              <span class="name">
                {row.stage && <small>{row.stage} </small>}
                <bdi>{row.reason}</bdi>
              </span>
              {on && (
                <span class="off" aria-hidden="true">
                  ×
                </span>
              )}
              <span class="count">{whole(row.records)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Letters({ rows }: { rows: readonly DeadLetter[] }) {
  return (
    <table class="letters">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((letter, i) => (
          <tr key={letter.id ?? i} data-row tabIndex={-1}>
            <td data-head="When">
              <time dateTime={letter.recordedAt}>{dayAndClock(letter.recordedAt)}</time>
            </td>
            <td data-head="What">
              <What letter={letter} />
              <small>
                {[letter.topic && `from ${letter.topic}`, letter.stage && `at ${letter.stage}`, typeof letter.bytes === 'number' && `a record of ${counted(letter.bytes, 'byte')}`]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </td>
            <td data-head="Why">
              {letter.reason && <bdi class="reason">{reasonOf(letter)}</bdi>}
              <Message text={restOf(letter)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the key of a page begins with that came as a file and says no address. */
const FILE = 'file:';

function What({ letter: { url, key } }: { letter: DeadLetter }) {
  const safe = safeUrl(url);
  if (safe) {
    return (
      <a class="address" href={safe} target="_blank" rel="noreferrer noopener" data-open>
        {url}
      </a>
    );
  }
  const text = url || key;
  if (text?.startsWith(FILE)) {
    return (
      <span class="address">
        <bdi>{text.slice(FILE.length)}</bdi>, a file that was dropped
      </span>
    );
  }
  return text ? <bdi class="address">{text}</bdi> : <span class="muted">without an address</span>;
}

/** Why, without the page's address: that stands beside it already. */
function reasonOf({ reason, url, key }: DeadLetter): string {
  const told = [url, key].find((one) => one && reason?.startsWith(`${one}: `));
  return (reason ?? '').slice(told ? told.length + 2 : 0);
}

/** What the error says beyond the reason; the class that Java calls it by says nothing to people. */
function restOf({ exception, reason }: DeadLetter): string {
  const text = (exception ?? '').replace(/^(?:[a-z_][\w$]*\.)+[A-Z][\w$]*(?:: |$)/, '');
  return text === reason ? '' : text;
}

const LONG = 220;

function Message({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const cut = !whole && text.length > LONG + 20;
  if (!text) return null;
  return (
    <span class="message" dir="auto">
      {cut ? `${text.slice(0, LONG).trimEnd()} … ` : text}
      {cut && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          all of it
        </button>
      )}
    </span>
  );
}
