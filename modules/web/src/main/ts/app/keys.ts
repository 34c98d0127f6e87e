import { useEffect } from 'preact/hooks';
import { go } from './router';
import { Store } from './store';

/** Whether the list of keys is shown. */
export const helpShown = new Store(false);

/** What each key does, as the help lists it. Every view has these; one that has more says so itself. */
export const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'search'],
  ['j k', 'next and previous row'],
  ['Enter', 'open the row'],
  ['g l', 'Live'],
  ['g s', 'Search'],
  ['g o', 'Outlets'],
  ['g e', 'Entities'],
  ['g c', 'Copies'],
  ['g q', 'SQL'],
  ['g h', 'Health'],
  ['Esc', 'close, or leave the search'],
  ['?', 'this list'],
];

const PLACES: Readonly<Record<string, string>> = {
  l: '/live',
  s: '/search',
  o: '/outlets',
  e: '/entities',
  c: '/copies',
  q: '/sql',
  h: '/health',
};

/** Whether what has the focus takes letters itself. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/**
 * The keys that hold everywhere. Rows are the elements with `data-row` inside main, in the order of the page, whatever
 * view they are in; the one with the focus is the one chosen, and `a[data-open]` inside it is what Enter follows.
 */
export function useGlobalKeys(): void {
  useEffect(() => {
    let place = false;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const key = event.key;
      if (place) {
        place = false;
        const href = PLACES[key];
        if (href) {
          event.preventDefault();
          go(href);
        }
        return;
      }
      if (key === 'g') place = true;
      else if (key === '/') {
        event.preventDefault();
        document.querySelector<HTMLElement>('#find')?.focus();
      } else if (key === '?') helpShown.set(true);
      else if (key === 'j' || key === 'k') {
        event.preventDefault();
        step(key === 'j' ? 1 : -1);
      } else if (key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('[data-row]')) {
        event.target.querySelector<HTMLElement>('a[data-open]')?.click();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const here = document.activeElement?.closest<HTMLElement>('[data-row]');
  const at = here ? rows.indexOf(here) : -1;
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
