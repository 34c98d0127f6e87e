import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { getJson } from '../api/request';
import type { ParameterName } from '../api/sqlTypes';
import type { KnownName, NameKind, Rows } from '../api/types';
import { whole } from '../ui/numbers';

interface Props {
  readonly id: string;
  readonly kinds: readonly ParameterName[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  readonly describedBy: string;
  readonly invalid: boolean;
}

const SUGGESTED: readonly NameKind[] = ['OUTLET', 'ENTITY', 'SPEAKER', 'RELAY', 'CLAIM', 'ARTICLE'];
const KIND: Readonly<Record<NameKind, string>> = {
  OUTLET: 'outlet',
  ENTITY: 'named',
  SPEAKER: 'speaker',
  RELAY: 'passes on',
  CLAIM: 'claim',
  ARTICLE: 'article',
};
const WAIT_MS = 120;
const MOST = 8;

export function hasSuggestions(kinds: readonly ParameterName[]): boolean {
  return kinds.some(isSuggested);
}

function isSuggested(kind: ParameterName): kind is NameKind {
  return (SUGGESTED as readonly string[]).includes(kind);
}

/** A field for a name, with those that are known: a combobox after the pattern of the ARIA Authoring Practices Guide. */
export function NameField({ id, kinds, value, onChange, placeholder, describedBy, invalid }: Props): JSX.Element {
  const list = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const choices = useNames(open ? value.trim() : '', kinds.filter(isSuggested));
  const shown = open && choices.length > 0;
  const choose = (choice: KnownName | undefined) => {
    setOpen(false);
    if (choice) onChange(wantedBy(choice));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!shown) setOpen(true);
      else setAt(event.key === 'ArrowDown' ? (at + 1) % choices.length : (at <= 0 ? choices.length : at) - 1);
    } else if (event.key === 'Enter' && shown && at >= 0) {
      event.preventDefault();
      choose(choices[at]);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <div class="name-field">
      <input
        id={id}
        class="field"
        role="combobox"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          onChange(event.currentTarget.value);
          setAt(-1);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <ul id={list} class="suggestions" role="listbox" aria-label="Known names" hidden={!shown}>
        {shown &&
          choices.map((choice, i) => (
            <li
              key={choice.kind + choice.id}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === at}
              // Before the field loses the focus, which would close the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
              onPointerMove={() => setAt(i)}
            >
              <bdi>{choice.name}</bdi>
              <small>
                {kinds.length > 1 ? KIND[choice.kind] : choice.kind === 'CLAIM' || choice.kind === 'ARTICLE' ? '' : choice.id}
                {typeof choice.count === 'number' && ` · ${whole(choice.count)}`}
              </small>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** What a question takes for it: the id, which is exact, unless it is only made of the name. */
function wantedBy({ id, name }: KnownName): string {
  return id.startsWith('name:') ? name : id;
}

function useNames(text: string, kinds: readonly NameKind[]): readonly KnownName[] {
  const [names, setNames] = useState<readonly KnownName[]>([]);
  const wanted = kinds.join(',');
  useEffect(() => {
    if (!text || !wanted) {
      setNames([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ q: text, kinds: wanted, limit: String(MOST) });
      getJson<Rows<KnownName>>(`/api/names?${query}`, abort.signal).then(
        ({ rows }) => setNames(rows.filter((row) => row.id)),
        // A part of a name is enough without suggestions, too.
        () => undefined,
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, wanted]);
  return names;
}
