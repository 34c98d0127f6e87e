import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { AnswerColumn, TableAnswer, Value } from '../api/sqlTypes';
import { safeUrl } from '../ui/links';
import { whole } from '../ui/numbers';
import { isNumber, isTime, linkOf, number, type Sort, sorted, text, time } from './cells';

/** So many rows are drawn at once: a browser takes long over ten thousand. */
const FIRST = 100;
const STEP = 400;
const CUT = 150;
/** From so many characters on a text needs some room, lest it be a column of single words. */
const WIDE = 40;

interface Props {
  readonly answer: TableAnswer;
  /** The table that the statement is on, where it is one alone. */
  readonly table: string | null;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

export function ResultTable({ answer, table, sort, onSort }: Props): JSX.Element {
  const { columns, rows } = answer;
  const [most, setMost] = useState(FIRST);
  const ordered = useMemo(() => sorted(rows, sort), [rows, sort?.column, sort?.down]);
  const links = useMemo(() => columns.map((column) => linkOf(column, table)), [columns, table]);
  const shown = ordered.slice(0, most);
  return (
    <>
      <div class="scrolls sql-rows" tabIndex={0} role="region" aria-label="The answer as a table">
        <table>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <Heading key={i} column={column} state={sort?.column === i ? sort : null} onSort={() => onSort(next(sort, i))} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={i} data-row tabIndex={-1}>
                {columns.map((column, c) => (
                  <td key={c} class={isNumber(column) ? 'n' : undefined}>
                    <Cell column={column} value={row[c] ?? null} link={links[c] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < ordered.length && (
        <p class="ends">
          <button type="button" class="button" onClick={() => setMost(most + STEP)}>
            {whole(Math.min(STEP, ordered.length - shown.length))} more
          </button>
          <span class="muted">
            {whole(shown.length)} of {whole(ordered.length)} are shown
          </span>
        </p>
      )}
    </>
  );
}

/** Up, then down, then as it came. */
function next(sort: Sort, column: number): Sort {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? null : { column, down: true };
}

function Heading({ column, state, onSort }: { column: AnswerColumn; state: Sort; onSort: () => void }) {
  return (
    <th
      scope="col"
      class={isNumber(column) ? 'n' : undefined}
      aria-sort={state ? (state.down ? 'descending' : 'ascending') : undefined}
      title={column.type}
    >
      <button type="button" onClick={onSort}>
        {column.name}
        <span aria-hidden="true" class="way">
          {state ? (state.down ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}

interface CellProps {
  readonly column: AnswerColumn;
  readonly value: Value;
  readonly link: ((id: string) => string) | null;
}

function Cell({ column, value, link }: CellProps) {
  if (value === null) return <span class="nothing">null</span>;
  if (typeof value === 'number') return <span title={String(value)}>{number(value)}</span>;
  if (typeof value === 'boolean') return <>{String(value)}</>;
  if (typeof value === 'string') {
    if (isTime(column)) {
      return (
        <time dateTime={value} class="time">
          {time(value)}
        </time>
      );
    }
    if (link && value) {
      return (
        <a class="id" href={link(value)} data-open>
          {value}
        </a>
      );
    }
    const url = /^https?:/.test(value) ? safeUrl(value) : null;
    if (url) {
      return (
        <a class="url" href={url} target="_blank" rel="noreferrer noopener">
          {value}
        </a>
      );
    }
  }
  return <Text value={text(value)} />;
}

/** Long texts are cut, and open. */
function Text({ value }: { value: string }) {
  const [whole, setWhole] = useState(false);
  if (value.length <= CUT + 20) {
    return (
      <span dir="auto" class={value.length > WIDE ? 'wide' : /\s/.test(value) ? undefined : 'whole'}>
        {value}
      </span>
    );
  }
  return (
    <span dir="auto" class="wide">
      {whole ? value : `${value.slice(0, CUT).trimEnd()} …`}{' '}
      <button type="button" class="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? 'less' : 'all of it'}
      </button>
    </span>
  );
}
