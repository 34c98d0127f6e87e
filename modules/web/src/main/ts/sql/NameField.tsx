import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ParameterName } from '../api/sqlTypes';
import type { KnownName, NameKind } from '../api/types';
import { whole } from '../ui/numbers';
import { comboboxOf, Suggestions, useNames } from '../ui/Suggestions';

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
const MOST = 8;

export function hasSuggestions(kinds: readonly ParameterName[]): boolean {
  return kinds.some(isSuggested);
}

function isSuggested(kind: ParameterName): kind is NameKind {
  return (SUGGESTED as readonly string[]).includes(kind);
}

/** A field for a name, with those that are known. */
export function NameField({ id, kinds, value, onChange, placeholder, describedBy, invalid }: Props): JSX.Element {
  const list = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const choices = useNames(open ? queryOf(value.trim(), kinds.filter(isSuggested)) : null);
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
        {...comboboxOf(list, shown, at)}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
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
      <Suggestions
        id={list}
        label="Known names"
        choices={shown ? choices : []}
        at={at}
        keyOf={({ kind, id }) => kind + id}
        onPoint={setAt}
        onChoose={choose}
      >
        {({ kind, id, name, count }) => (
          <>
            <bdi>{name}</bdi>
            <small>
              {kinds.length > 1 ? KIND[kind] : kind === 'CLAIM' || kind === 'ARTICLE' ? '' : id}
              {typeof count === 'number' && ` · ${whole(count)}`}
            </small>
          </>
        )}
      </Suggestions>
    </div>
  );
}

/** What a question takes for it: the id, which is exact, unless it is only made of the name. */
function wantedBy({ id, name }: KnownName): string {
  return id.startsWith('name:') ? name : id;
}

function queryOf(text: string, kinds: readonly NameKind[]): string | null {
  return text && kinds.length ? new URLSearchParams({ q: text, kinds: kinds.join(','), limit: String(MOST) }).toString() : null;
}
