import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Filter, one, setFilter } from '../api/filter';

const SETTLE_MS = 400;

/** The words that must stand in what is said. */
export function Words({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }): JSX.Element {
  const given = one(filter, 'q') ?? '';
  const [text, setText] = useState(given);
  const timer = useRef(0);
  useEffect(() => setText(given), [given]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (value: string) => {
    clearTimeout(timer.current);
    if (value.trim() !== given) onChange(setFilter(filter, 'q', value.trim() ? [value.trim()] : []));
  };
  return (
    <form
      class="words"
      role="search"
      aria-label="Words in the claim"
      onSubmit={(event) => {
        event.preventDefault();
        send(text);
      }}
    >
      <input
        class="field"
        type="search"
        aria-label="Words in what is said"
        placeholder="Words in what is said"
        value={text}
        onInput={(event) => {
          const value = event.currentTarget.value;
          setText(value);
          clearTimeout(timer.current);
          timer.current = window.setTimeout(() => send(value), SETTLE_MS);
        }}
      />
    </form>
  );
}
