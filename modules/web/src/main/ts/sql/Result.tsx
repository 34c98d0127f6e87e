import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { request } from '../api/request';
import type { Question, TableAnswer } from '../api/sqlTypes';
import { goQuery, useQuery } from '../app/router';
import { counted, whole } from '../ui/numbers';
import { SourceLinks } from '../ui/Panel';
import { save } from '../ui/save';
import { Failed } from '../ui/States';
import { type Asked, LIMITS, questionPath, statementBody } from './asked';
import type { Sort } from './cells';
import { ResultChart, type Wanted } from './ResultChart';
import { ResultTable } from './ResultTable';
import { onlyTable } from './tokens';
import type { Run } from './useRun';

interface Props {
  readonly run: Run;
  readonly asked: Asked;
  readonly limit: number;
  readonly onLimit: (limit: number) => void;
  /** Asks again with another value of a parameter. */
  readonly onValue: (name: string, value: string) => void;
  readonly onPlace: (() => void) | null;
}

/** What came of it: the answer as table or chart and to download, the time that it takes, or why there is none. */
export function Result({ run, asked, limit, onLimit, onValue, onPlace }: Props): JSX.Element {
  const query = useQuery();
  const { answer, problem, since, milliseconds, cancelled } = run;
  const chart = query.get('show') === 'chart';
  const show = (changes: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(query);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    goQuery(next, { replace: true });
  };
  return (
    <section class="card panel sql-result" aria-labelledby="sql-answer" aria-busy={since !== null}>
      <header>
        <h2 id="sql-answer">Answer</h2>
        <p class="numbers" role="status">
          {since !== null ? 'running' : answer ? <Numbers answer={answer} milliseconds={milliseconds} /> : cancelled ? 'cancelled' : ''}
        </p>
        {since !== null && <Clock since={since} onCancel={run.cancel} />}
        {answer && answer.rows.length > 0 && (
          <div class="choice sql-show" role="radiogroup" aria-label="How the answer is shown">
            {(['table', 'chart'] as const).map((kind) => (
              <label key={kind}>
                <input type="radio" name="sql-show" checked={chart === (kind === 'chart')} onChange={() => show({ show: kind === 'chart' ? 'chart' : null })} />
                <span>{kind}</span>
              </label>
            ))}
          </div>
        )}
        {answer && (asked.own ? <Saves asked={asked} limit={limit} /> : <SourceLinks csv={questionPath(asked, 'csv')} json={questionPath(asked)} />)}
      </header>
      {problem && <Wrong problem={problem} onPlace={onPlace} retry={run.again} />}
      {cancelled && (
        <p class="muted">
          It was stopped before it was done.{' '}
          <button type="button" class="link" onClick={run.again}>
            Run it again
          </button>
        </p>
      )}
      {answer && (
        <div class={since !== null ? 'panel-body stale' : 'panel-body'}>
          {answer.truncated && (
            <Truncated rows={answer.rows.length} limit={limit} onLimit={asked.own ? onLimit : null} />
          )}
          {answer.rows.length === 0 ? (
            <NoRows answer={answer} question={asked.question} onValue={onValue} />
          ) : chart ? (
            <ResultChart
              answer={answer}
              wanted={{ kind: query.get('kind'), x: query.get('x'), y: query.get('y') }}
              onWant={(wanted: Wanted) => show(wanted)}
            />
          ) : (
            <ResultTable answer={answer} table={onlyTable(asked.sql)} sort={sortOf(query, answer)} onSort={(sort) => show({ sort: nameOf(sort, answer) })} />
          )}
        </div>
      )}
    </section>
  );
}

/** The address names the column, and - before it says that the largest come first. */
function sortOf(query: URLSearchParams, { columns }: TableAnswer): Sort {
  const text = query.get('sort');
  if (!text) return null;
  const down = text.startsWith('-');
  const column = columns.findIndex(({ name }) => name === (down ? text.slice(1) : text));
  return column < 0 ? null : { column, down };
}

function nameOf(sort: Sort, { columns }: TableAnswer): string | null {
  return sort ? `${sort.down ? '-' : ''}${columns[sort.column]!.name}` : null;
}

function Numbers({ answer, milliseconds }: { answer: TableAnswer; milliseconds: number | null }) {
  return (
    <>
      {counted(answer.rows.length, 'row')}
      {milliseconds !== null && ` in ${seconds(milliseconds)}`}
    </>
  );
}

function seconds(ms: number): string {
  return ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** What is done at once shows no clock. */
const QUIET_MS = 300;

function Clock({ since, onCancel }: { since: number; onCancel: () => void }) {
  const [ms, setMs] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMs(performance.now() - since), 100);
    return () => clearInterval(timer);
  }, [since]);
  if (ms < QUIET_MS) return null;
  return (
    <p class="sql-clock">
      <span class="bars" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span aria-hidden="true">{(ms / 1000).toFixed(1)} s</span>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
    </p>
  );
}

function Wrong({ problem, onPlace, retry }: { problem: Problem; onPlace: (() => void) | null; retry: () => void }) {
  const { place } = problem;
  if (!place) return <Failed problem={problem} retry={problem.status >= 500 || problem.status === 0 ? retry : undefined} />;
  return (
    <div class="state failed" role="alert">
      <p class="title">{problem.title}</p>
      {problem.detail && <p class="said">{problem.detail}</p>}
      <p>
        Line {whole(place.line)}, column {whole(place.column)}.{' '}
        {onPlace && (
          <button type="button" class="link" onClick={onPlace}>
            Go there
          </button>
        )}
      </p>
    </div>
  );
}

function Truncated({ rows, limit, onLimit }: { rows: number; limit: number; onLimit: ((limit: number) => void) | null }) {
  const more = LIMITS.filter((one) => one > limit);
  return (
    <p class="notice">
      <b>These are not all.</b> The first {counted(rows, 'row')} are here and there are more
      {onLimit && more.length > 0 ? ': ' : '.'}
      {onLimit &&
        more.map((one) => (
          <button key={one} type="button" class="link" onClick={() => onLimit(one)}>
            up to {whole(one)}
          </button>
        ))}
    </p>
  );
}

function NoRows({ answer, question, onValue }: { answer: TableAnswer; question: Question | null; onValue: Props['onValue'] }) {
  const unknown = (question && answer.unknown) ?? [];
  let rest: ComponentChildren = <p>Nothing is like this.</p>;
  if (unknown.length) {
    rest = unknown.map(({ parameter, wanted, near }) => (
      <p key={parameter}>
        Nothing is called “<bdi>{wanted}</bdi>”.
        {near.length > 0 && (
          <>
            {' '}
            Is it{' '}
            {near.map((name, i) => (
              <span key={name}>
                {i > 0 && (i === near.length - 1 ? ' or ' : ', ')}
                <button type="button" class="link" onClick={() => onValue(parameter, name)}>
                  <bdi>{name}</bdi>
                </button>
              </span>
            ))}
            ?
          </>
        )}
      </p>
    ));
  }
  return (
    <div class="state empty">
      <p class="title">No rows</p>
      {rest}
    </div>
  );
}

/** The answer to a statement of one's own as a file: it is asked for again, with as many rows as are shown. */
function Saves({ asked, limit }: { asked: Asked; limit: number }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const get = async (format: 'csv' | 'json') => {
    try {
      const response = await request(format === 'csv' ? '/api/sql?format=csv' : '/api/sql', {
        method: 'POST',
        body: statementBody(asked, limit),
        headers: { 'Content-Type': 'application/json' },
      });
      save(await response.blob(), `hearsay.${format}`);
      setProblem(null);
    } catch (error) {
      setProblem(Problem.from(error, 'It could not be saved'));
    }
  };
  return (
    <>
      <ul class="sources">
        {(['csv', 'json'] as const).map((format) => (
          <li key={format}>
            <button type="button" class="link" title={format === 'csv' ? 'This as a file for a spreadsheet' : 'This as the API gives it'} onClick={() => void get(format)}>
              {format.toUpperCase()}
            </button>
          </li>
        ))}
      </ul>
      {problem && <Failed problem={problem} />}
    </>
  );
}
