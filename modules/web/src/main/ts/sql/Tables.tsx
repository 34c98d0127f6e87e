import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Table } from '../api/sqlTypes';
import { quoted } from './tokens';

interface Props {
  readonly tables: readonly Table[];
  /** Puts a name into the statement; null where it cannot be changed. */
  readonly onInsert: ((name: string) => void) | null;
}

/** The tables with their columns and what they hold; a name goes into the statement when it is pressed. */
export function Tables({ tables, onInsert }: Props): JSX.Element {
  const [wanted, setWanted] = useState('');
  const words = wanted.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const shown = tables
    .map((table) => {
      const whole = fits(`${table.name} ${table.doc}`);
      return { table, whole, columns: whole ? table.columns : table.columns.filter(({ name, doc }) => fits(`${table.name} ${name} ${doc}`)) };
    })
    .filter(({ whole, columns }) => whole || columns.length > 0);
  return (
    <div class="sql-tables">
      <input
        class="field"
        type="search"
        aria-label="Find a table or a column"
        placeholder="Find a table or a column"
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      {shown.map(({ table, columns, whole }) => (
        <details key={table.name} open={words.length > 0 && (!whole || shown.length === 1)}>
          <summary>
            <code>{table.name}</code>
          </summary>
          <p class="doc">
            {table.doc} <Name name={table.name} says="Put the name in" onInsert={onInsert} />
          </p>
          <dl>
            {columns.map(({ name, type, doc }) => (
              <div key={name}>
                <dt>
                  <Name name={name} onInsert={onInsert} /> <small>{shortType(type)}</small>
                </dt>
                {doc && <dd>{doc}</dd>}
              </div>
            ))}
          </dl>
        </details>
      ))}
      {!shown.length && <p class="muted">No table and no column is called so.</p>}
    </div>
  );
}

function Name({ name, says, onInsert }: { name: string; says?: string; onInsert: Props['onInsert'] }) {
  if (!onInsert) return says ? null : <code>{name}</code>;
  return (
    <button type="button" class="link" title="Put it into the statement" onClick={() => onInsert(quoted(name))}>
      {says ?? <code>{name}</code>}
    </button>
  );
}

/** The fields of what is nested are left to DESCRIBE. */
function shortType(type: string): string {
  return type.replace(/^STRUCT\(.*\)/s, 'STRUCT').toLowerCase();
}
