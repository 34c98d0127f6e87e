import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { getJson } from '../api/request';
import type { KnownName, Rows } from '../api/types';

/** What a field says of its list of suggestions: a combobox after the pattern of the ARIA Authoring Practices Guide. */
export function comboboxOf(list: string, shown: boolean, at: number): JSX.InputHTMLAttributes<HTMLInputElement> {
  return {
    role: 'combobox',
    'aria-expanded': shown,
    'aria-controls': list,
    'aria-autocomplete': 'list',
    'aria-activedescendant': shown && at >= 0 ? `${list}-${at}` : undefined,
    autocomplete: 'off',
    spellcheck: false,
  };
}

interface Props<T> {
  readonly id: string;
  readonly label: string;
  /** Empty where the list is not shown. */
  readonly choices: readonly T[];
  readonly at: number;
  readonly keyOf: (choice: T) => string;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (choice: T) => void;
  readonly children: (choice: T) => ComponentChildren;
}

/** The list below such a field. */
export function Suggestions<T>({ id, label, choices, at, keyOf, onPoint, onChoose, children }: Props<T>): JSX.Element {
  return (
    <ul id={id} class="suggestions" role="listbox" aria-label={label} hidden={!choices.length}>
      {choices.map((choice, i) => (
        <li
          key={keyOf(choice)}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === at}
          // Before the field loses the focus, which would close the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(choice)}
          onPointerMove={() => onPoint(i)}
        >
          {children(choice)}
        </li>
      ))}
    </ul>
  );
}

const WAIT_MS = 120;

/**
 * Names that fit what is asked of /api/names; null asks nothing. Those of before stay while the next are fetched, so
 * that the list does not jump.
 */
export function useNames(query: string | null): readonly KnownName[] {
  const [names, setNames] = useState<readonly KnownName[]>([]);
  useEffect(() => {
    if (query === null) {
      setNames([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      getJson<Rows<KnownName>>(`/api/names?${query}`, abort.signal).then(
        ({ rows }) => setNames(rows.filter((row) => row.id)),
        // What is typed is enough without suggestions, too.
        () => undefined,
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return names;
}
