import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { goQuery, useQuery } from '../app/router';

const WAIT_MS = 250;

/** A field whose words stand in the address, and narrow a list while they are typed. */
export function WordsField({ name, label, placeholder }: { name: string; label: string; placeholder: string }): JSX.Element {
  const query = useQuery();
  const given = query.get(name) ?? '';
  const [text, setText] = useState(given);
  // Back, and links, change the address without the field.
  useEffect(() => setText(given), [given]);
  useEffect(() => {
    if (text.trim() === given) return;
    const timer = setTimeout(() => {
      const next = new URLSearchParams(location.search);
      if (text.trim()) next.set(name, text.trim());
      else next.delete(name);
      goQuery(next, { replace: true });
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <input
      class="field words-field filters"
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
}
