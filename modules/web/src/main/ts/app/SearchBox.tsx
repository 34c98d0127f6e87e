import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { KnownName, NameKind } from '../api/types';
import { articleHref, clusterHref, entityHref, outletHref, relayHref, speakerHref } from '../ui/links';
import { whole } from '../ui/numbers';
import { comboboxOf, Suggestions, useNames } from '../ui/Suggestions';
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

/** From so many letters on names are looked for. */
const LEAST = 2;

/** Words to search for, or a name to go to. */
export function SearchBox(): JSX.Element {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const wanted = text.trim();
  const names = useNames(open && wanted.length >= LEAST ? `q=${encodeURIComponent(wanted)}` : null);
  const choices = choicesOf(wanted, names);
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
        {...comboboxOf(list, shown, at)}
        aria-label="Search: who said what about"
        placeholder="Who said what …"
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
      <Suggestions
        id={list}
        label="Suggestions"
        choices={shown ? choices : []}
        at={at}
        keyOf={({ kind, href }) => kind + href}
        onPoint={setAt}
        onChoose={choose}
      >
        {({ kind, name, count }) => (
          <>
            <small>{kind}</small>
            <bdi>{name}</bdi>
            {typeof count === 'number' && <span class="count">{whole(count)}</span>}
          </>
        )}
      </Suggestions>
    </div>
  );
}

function choicesOf(text: string, names: readonly KnownName[]): Choice[] {
  if (!text) return [];
  const words: Choice = { href: `/search?q=${encodeURIComponent(text)}`, name: text, kind: 'words' };
  return [
    words,
    ...names
      .filter(({ kind }) => kind in KIND)
      .map(({ kind, id, name, count }) => ({
        // Who is in no catalogue is no entity among the names: the page of who speaks leads to what is said of them, too.
        href: kind === 'SPEAKER' && id.startsWith('name:') ? entityHref(id) : KIND[kind][1](id),
        name,
        kind: KIND[kind][0],
        count,
      })),
  ];
}
