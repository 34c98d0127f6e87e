import { useEffect } from 'preact/hooks';

/** Names the tab, the history's entry and the bookmark. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} · Hearsay`;
  }, [title]);
}
