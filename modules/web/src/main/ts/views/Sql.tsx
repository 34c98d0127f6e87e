import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Question, Table } from '../api/sqlTypes';
import type { About, Rows } from '../api/types';
import { useApi } from '../api/useApi';
import { goQuery, isFromOutside, mean, useQuery } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { addressOf, type Asked, askedOf, exampleOf, inFields, LIMIT, missing, parametersOf, questionPath, statementBody } from '../sql/asked';
import { Editor, goTo, insertName } from '../sql/Editor';
import { Parameters } from '../sql/Parameters';
import { Questions } from '../sql/Questions';
import { Result } from '../sql/Result';
import { Tables } from '../sql/Tables';
import { type Job, useRun } from '../sql/useRun';
import { Ask } from '../ui/States';
import { useNarrow } from '../ui/useNarrow';

/** The questions that come with Hearsay, and statements of one's own where the server takes them. */
export default function Sql(_: ViewProps): JSX.Element {
  const about = useApi<About>('/api/about');
  const questions = useApi<Rows<Question>>('/api/questions');
  return (
    <Ask answer={about}>
      {({ sql }) => <Ask answer={questions}>{({ rows }) => <Workbench questions={rows} open={sql} />}</Ask>}
    </Ask>
  );
}

function Workbench({ questions, open }: { questions: readonly Question[]; open: boolean }) {
  const query = useQuery();
  const address = query.toString();
  const asked = useMemo(() => askedOf(query, questions), [address, questions]);
  const limit = Number(query.get('limit')) || LIMIT;
  const { question } = asked;
  useTitle(question && !asked.own ? question.title : 'SQL');

  const field = useRef<HTMLTextAreaElement>(null);
  const [sql, setSql] = useState(asked.sql);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(asked.values);
  // Back, and links, change the address without the fields.
  useEffect(() => {
    setSql(asked.sql);
    setValues(asked.values);
  }, [asked]);

  // Whoever makes a link could have somebody else's browser ask what would keep the server busy.
  const [meant, setMeant] = useState<string | null>(null);
  const strange = asked.own && open && meant !== asked.sql && isFromOutside();
  const run = useRun(strange ? null : jobOf(asked, open, limit));
  const needed = missing(asked)[0] ?? null;
  const tables = useApi<{ tables: Table[] }>('/api/tables');
  const narrow = useNarrow(900);
  const examples = useMemo(() => (question ? exampleOf(question) : {}), [question]);
  const start = (changed: Readonly<Record<string, string>> = values, most = limit) => {
    const next = addressOf(sql, question, trimmed(changed), most);
    if (strange) {
      mean();
      setMeant(asked.sql);
    }
    if (sameQuestion(next, query)) run.again();
    else goQuery(next);
  };
  const changed = sql !== asked.sql;
  const mark = changed ? null : (run.problem?.place ?? null);
  // Of a question the answer is wanted first; its statement is there to be looked at.
  const [opened, setOpened] = useState(false);
  useEffect(() => setOpened(false), [question]);
  const written = opened || changed || asked.own;
  const editor = <Editor field={field} value={sql} onChange={setSql} onRun={() => start()} readOnly={!open} mark={mark} />;
  const put = (name: string) => {
    setOpened(true);
    // A field that is folded away takes no focus: once it is drawn.
    requestAnimationFrame(() => field.current && insertName(field.current, name));
  };
  return (
    <div class="cols two sql">
      <aside aria-label="What can be asked">
        <details class="sql-side" open={!narrow || !asked.sql}>
          <summary>
            <h2>Questions</h2>
          </summary>
          <Questions questions={questions} chosen={question?.name ?? null} />
        </details>
        <details class="sql-side" open={!narrow}>
          <summary>
            <h2>Tables</h2>
          </summary>
          <Ask answer={tables}>
            {(all) => <Tables tables={all.tables} onInsert={open ? put : null} />}
          </Ask>
        </details>
      </aside>
      <div>
        <Title question={question} own={asked.own || changed} />
        <form
          class="card sql-form"
          onSubmit={(event) => {
            event.preventDefault();
            start();
          }}
        >
          <Parameters
            parameters={parametersOf(sql, question)}
            values={values}
            examples={examples}
            wrong={run.problem?.parameter ?? null}
            onChange={setValues}
          />
          {question ? (
            <details class="sql-written" open={written} onToggle={(event) => setOpened(event.currentTarget.open)}>
              <summary>The statement</summary>
              {editor}
            </details>
          ) : (
            (open || sql) && editor
          )}
          <p class="ends" hidden={!open && !sql}>
            <button type="submit" class="button strong" disabled={!sql.trim() || (!open && asked.own)}>
              Run
            </button>
            {question && (changed || asked.own) && (
              <button type="button" class="link" onClick={() => goQuery(addressOf(question.sql, question, trimmed(values), limit))}>
                Back to the question
              </button>
            )}
          </p>
          {!open && (written || !sql) && <Closed own={asked.own} />}
        </form>
        {strange ? (
          <p class="notice">This statement came with the link. Run it if it is one that you want to run.</p>
        ) : needed ? (
          <p class="notice">
            Say <b>{needed.name.replaceAll('_', ' ')}</b>, then run it
            {examples[needed.name] && (
              <>
                , such as with{' '}
                <button type="button" class="link" onClick={() => start({ ...examples, ...trimmed(values) })}>
                  “{examples[needed.name]}”
                </button>
              </>
            )}
            .
          </p>
        ) : (
          asked.sql &&
          (open || !asked.own) && (
            <Result
              run={run}
              asked={asked}
              limit={limit}
              onLimit={(most) => start(values, most)}
              onValue={(name, value) => start({ ...values, [name]: value })}
              onPlace={mark && (() => field.current && goTo(field.current, mark))}
            />
          )
        )}
        {!asked.sql && <Start open={open} />}
      </div>
    </div>
  );
}

/** What is to be run; null where nothing is, where something has to be given first, or where the server does not take it. */
function jobOf(asked: Asked, open: boolean, limit: number): Job | null {
  if (!asked.sql.trim() || missing(asked).length) return null;
  if (!asked.own) {
    const path = questionPath(asked);
    return { key: path, path, body: null };
  }
  if (!open) return null;
  const body = statementBody(asked, limit);
  return { key: body, path: '/api/sql', body };
}

function trimmed(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]));
}

/** Whether an address asks the same; how the answer is shown does not matter. */
function sameQuestion(next: URLSearchParams, now: URLSearchParams): boolean {
  const part = (query: URLSearchParams) => {
    const some = [...query].filter(([key]) => key.startsWith('p.') || ['question', 'sql', 'limit'].includes(key));
    return JSON.stringify(some.sort());
  };
  return part(next) === part(now);
}

function Title({ question, own }: { question: Question | null; own: boolean }) {
  if (!question) return <h1>SQL</h1>;
  return (
    <>
      <h1>{question.title}</h1>
      {own && <p class="muted">Changed: no longer the question that comes with Hearsay.</p>}
      {question.notes && <p class="sql-notes">{inFields(question.notes)}</p>}
    </>
  );
}

function Closed({ own }: { own: boolean }) {
  return (
    <p class="notice">
      {own ? 'This server answers no statements of one’s own.' : 'The question can be run; statements of one’s own cannot, here.'} Start it with{' '}
      <code>bin/hearsay serve --sql</code>, or ask on the command line: <code>bin/hearsay query --store FILE --file question.sql</code>.
    </p>
  );
}

function Start({ open }: { open: boolean }) {
  return (
    <div class="state empty">
      <p class="title">{open ? 'Choose a question, or write a statement' : 'Choose a question'}</p>
      <p>
        The questions say who passes on what, who had a claim first, who left it out.
        {open && ' Statements read the same tables; they can change nothing.'} Each panel’s SQL link leads here, too.
      </p>
    </div>
  );
}
