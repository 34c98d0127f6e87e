import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { whole } from './numbers';

export interface BarRow {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly href?: string | null;
  /** What the row's bar is as long as; parts of it have a class each, others are of one colour. */
  readonly value: number;
  readonly parts?: readonly (readonly [className: string, value: number])[];
  readonly note?: ComponentChildren;
}

interface Props {
  readonly rows: readonly BarRow[];
  /** What is said where there are none. */
  readonly none: string;
  readonly format?: (value: number) => string;
  readonly first?: number;
}

/** Names with a number each, as bars: the longest fills the room. One alone has none to be longer than. */
export function BarList({ rows, none, format = whole, first = 8 }: Props): JSX.Element {
  const [all, setAll] = useState(false);
  if (!rows.length) return <p class="muted">{none}</p>;
  const most = Math.max(...rows.map((row) => row.value), Number.MIN_VALUE);
  const alone = rows.length === 1 && !rows[0]!.parts;
  const shown = all ? rows : rows.slice(0, first);
  return (
    <>
      <ol class="bar-list">
        {shown.map((row) => (
          <li key={row.key} class={alone ? 'alone' : undefined} data-row={row.href ? true : undefined} tabIndex={row.href ? -1 : undefined}>
            <span class="label">
              {row.href ? (
                <a href={row.href} data-open>
                  <bdi>{row.label}</bdi>
                </a>
              ) : (
                <bdi>{row.label}</bdi>
              )}
              {row.note && <small> {row.note}</small>}
            </span>
            {!alone && (
              <span class="bar" aria-hidden="true">
                {(row.parts ?? [['plain', row.value] as const]).map(([className, value]) => (
                  <i key={className} class={className} style={{ width: `${(100 * value) / most}%` }} />
                ))}
              </span>
            )}
            <span class="n">{format(row.value)}</span>
          </li>
        ))}
      </ol>
      {shown.length < rows.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {whole(rows.length - shown.length)} more
        </button>
      )}
    </>
  );
}
