import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Download } from './Download';
import { sqlHref } from './links';
import { Opens } from './Opens';
import { csvOf, type Shown } from './rows';
import { save } from './save';

export interface Sources {
  /** The statement behind the panel. */
  readonly sql?: string | null | undefined;
  /** Addresses of the same as CSV, JSON and Atom feed. */
  readonly csv?: string | null | undefined;
  readonly json?: string | null | undefined;
  readonly feed?: string | null | undefined;
  /** What the panel shows, for CSV and JSON where the API has no address for just that. */
  readonly rows?: Shown | undefined;
  /** Why there is no statement, where there cannot be one. */
  readonly noSql?: string | undefined;
}

interface Props extends Sources {
  readonly title: ComponentChildren;
  /** What the panel's numbers rest on. */
  readonly numbers?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly class?: string;
  /** Whether what is shown answers an earlier question, until the new answer is there. */
  readonly stale?: boolean;
  /** The heading's level: 2 unless the panel stands in another. */
  readonly level?: 2 | 3;
}

/** A part of a view with a title, what it rests on, and itself as SQL, CSV, JSON and feed. */
export function Panel({ title, numbers, children, class: className = '', stale = false, level = 2, ...sources }: Props): JSX.Element {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={`card panel ${className}`} aria-labelledby={id} aria-busy={stale}>
      <header>
        <Heading id={id}>{title}</Heading>
        {numbers && <p class="numbers">{numbers}</p>}
        <SourceLinks {...sources} />
      </header>
      <div class={stale ? 'panel-body stale' : 'panel-body'}>{children}</div>
    </section>
  );
}

interface PartProps extends Sources {
  readonly title: ComponentChildren;
  readonly numbers?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A list of its own inside of a panel, with what it rests on and itself as files. */
export function Part({ title, numbers, children, ...sources }: PartProps): JSX.Element {
  return (
    <section class="part">
      <header>
        <h3>{title}</h3>
        {numbers && <p class="numbers">{numbers}</p>}
        <SourceLinks {...sources} />
      </header>
      {children}
    </section>
  );
}

export function SourceLinks({ sql, csv, json, feed, rows, noSql }: Sources): JSX.Element | null {
  if (!sql && !csv && !json && !feed && !rows && !noSql) return null;
  return (
    <ul class="sources">
      {sql && (
        <li>
          <a href={sqlHref(sql)} title="The statement behind this, ready to run and change">
            SQL
          </a>
        </li>
      )}
      {!sql && noSql && (
        <li>
          <Opens class="none" label="Why there is no SQL" content={() => <p>{noSql}</p>}>
            no SQL
          </Opens>
        </li>
      )}
      {csv && (
        <li>
          <Download href={csv} name="hearsay.csv" title="This as a file for a spreadsheet">
            CSV
          </Download>
        </li>
      )}
      {!csv && rows && (
        <li>
          <button type="button" class="link" title="This as a file for a spreadsheet" onClick={() => save(new Blob([csvOf(rows)], { type: 'text/csv' }), 'hearsay.csv')}>
            CSV
          </button>
        </li>
      )}
      {json && (
        <li>
          <Download href={json} name="hearsay.json" title="This as the API gives it">
            JSON
          </Download>
        </li>
      )}
      {!json && rows && (
        <li>
          <button
            type="button"
            class="link"
            title="This as it is shown"
            onClick={() => save(new Blob([JSON.stringify({ rows: rows.rows }, null, 2)], { type: 'application/json' }), 'hearsay.json')}
          >
            JSON
          </button>
        </li>
      )}
      {feed && (
        <li>
          <a href={feed} target="_blank" rel="noopener" title="For a feed reader: what comes in tells itself">
            Feed
          </a>
        </li>
      )}
    </ul>
  );
}
