import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { KnownName, NameKind, Rows } from '../api/types';
import { getJson } from '../api/request';
import { articleHref, clusterHref, entityHref, outletHref, relayHref, speakerHref } from '../ui/links';
import { whole } from '../ui/numbers';
import { go } from './router';

interface Choice {
  readonly href: string;
  readonly name: string;
  readonly kind: string;
  readonly count?: number | null | undefined;
}

const KIND: Readonly<Record<NameKind, readonly [name: string, href: (id: string) => string]>> = {
  SPEAKER: ['said by', speakerHref],
  ENTITY: ['about', entityHref],
  OUTLET: ['outlet', outletHref],
  RELAY: ['passed on by', relayHref],
  CLAIM: ['claim', clusterHref],
  ARTICLE: ['article', articleHref],
};

const WAIT_MS = 120;

/** Words to search for, or a name to go to: a combobox after the pattern of the ARIA Authoring Practices Guide. */
export function SearchBox(): JSX.Element {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const names = useNames(open ? text.trim() : '');
  const choices = choicesOf(text.trim(), names);
  const shown = open && choices.length > 0;
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    setOpen(false);
    setText('');
    input.current?.blur();
    go(choice.href);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!shown) setOpen(true);
      else setAt((at + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(choices[at]);
    } else if (event.key === 'Escape') {
      if (shown) setOpen(false);
      else input.current?.blur();
    }
  };
  return (
    <div class="find" role="search">
      <input
        ref={input}
        id="find"
        type="search"
        role="combobox"
        aria-label="Search: who said what about"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${list}-${at}` : undefined}
        placeholder="Who said what about …"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id={list} role="listbox" aria-label="Suggestions" hidden={!shown}>
        {shown &&
          choices.map((choice, i) => (
            <li
              key={choice.kind + choice.href}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === at}
              // Before the field loses the focus, which would close the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
              onPointerMove={() => setAt(i)}
            >
              <small>{choice.kind}</small>
              <bdi>{choice.name}</bdi>
              {typeof choice.count === 'number' && <span class="count">{whole(choice.count)}</span>}
            </li>
          ))}
      </ul>
    </div>
  );
}

function choicesOf(text: string, names: readonly KnownName[]): Choice[] {
  if (!text) return [];
  const words: Choice = { href: `/search?q=${encodeURIComponent(text)}`, name: text, kind: 'words' };
  return [
    words,
    ...names.map(({ kind, id, name, count }) => ({ href: KIND[kind][1](id), name, kind: KIND[kind][0], count })),
  ];
}

/** Names that fit; those of before stay while the next are fetched, so that the list does not jump. */
function useNames(text: string): readonly KnownName[] {
  const [names, setNames] = useState<readonly KnownName[]>([]);
  useEffect(() => {
    if (text.length < 2) {
      setNames([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      getJson<Rows<KnownName>>(`/api/names?q=${encodeURIComponent(text)}`, abort.signal).then(
        ({ rows }) => setNames(rows.filter((row) => row.id && row.kind in KIND)),
        // Without suggestions the words can still be searched for.
        () => undefined,
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text]);
  return names;
}
