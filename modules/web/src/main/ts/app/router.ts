import { useEffect } from 'preact/hooks';
import { Store, useStore } from './store';

/** Where the reader is: all state that a link should hold stands in the address and nowhere else. */
export interface Address {
  readonly path: string;
  /** Begins with ? or is empty. */
  readonly search: string;
}

const address = new Store<Address>(read());

/** Where the page was opened: by a link from anywhere, and not by one of the dashboard. */
const entered = location.pathname + location.search;

/** Whether the reader came here by a link from outside, and has not said yet that it is meant. */
export function isFromOutside(): boolean {
  const { path, search } = address.get();
  return path + search === entered && history.state?.meant !== true;
}

/** What the link asks is meant: a reload does it again. */
export function mean(): void {
  history.replaceState({ ...history.state, meant: true }, '');
}

function read(): Address {
  return { path: location.pathname, search: location.search };
}

export function useAddress(): Address {
  return useStore(address);
}

export function useQuery(): URLSearchParams {
  return new URLSearchParams(useAddress().search);
}

/** Goes to an address of the dashboard; `replace` where Back should not stop at the one that is left. */
export function go(href: string, { replace = false } = {}): void {
  const before = address.get();
  if (href === before.path + before.search) return;
  rememberScroll();
  history[replace ? 'replaceState' : 'pushState']({}, '', href);
  address.set(read());
  if (address.get().path !== before.path) arrive();
}

/** The same place with other parameters. */
export function goQuery(query: URLSearchParams, options?: { replace?: boolean }): void {
  const text = query.toString();
  go(address.get().path + (text && '?' + text), options);
}

/** A new place begins at its top, and with the focus at its beginning: a screen reader hears what has come. */
function arrive(): void {
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
}

function rememberScroll(): void {
  history.replaceState({ ...history.state, scroll: scrollY }, '');
}

/** What was scrolled to may have to be fetched again first: tries until the page is long enough, for a second. */
function restoreScroll(top: number, until = performance.now() + 1000): void {
  scrollTo(0, top);
  if (Math.abs(scrollY - top) > 2 && performance.now() < until) {
    requestAnimationFrame(() => restoreScroll(top, until));
  }
}

/** Starts following Back, Forward, and the links inside the page. */
export function useNavigation(): void {
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const onPop = (event: PopStateEvent) => {
      const before = address.get();
      address.set(read());
      const scroll: unknown = event.state?.scroll;
      if (typeof scroll === 'number') restoreScroll(scroll);
      else if (address.get().path !== before.path) arrive();
    };
    let pending = 0;
    const onScroll = () => {
      clearTimeout(pending);
      pending = window.setTimeout(rememberScroll, 150);
    };
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = (event.target as Element | null)?.closest?.('a');
      if (!link || link.target || link.hasAttribute('download') || !isOwn(link)) return;
      event.preventDefault();
      go(link.pathname + link.search);
    };
    addEventListener('popstate', onPop);
    addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('click', onClick);
    return () => {
      removeEventListener('popstate', onPop);
      removeEventListener('scroll', onScroll);
      document.removeEventListener('click', onClick);
    };
  }, []);
}

/** Whether a link leads to a view, and not to an answer of the API, a feed, or a part of this page. */
function isOwn(link: HTMLAnchorElement): boolean {
  return (
    link.origin === location.origin &&
    !link.hash &&
    !/^\/(api|feeds|assets)\/|^\/live\/claims/.test(link.pathname)
  );
}
