import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { helpShown } from './keys';
import { SearchBox } from './SearchBox';
import { ThemeSwitch } from './ThemeSwitch';
import { PLACES } from './views';

export function Header({ place }: { place: string | null }): JSX.Element {
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the places scroll: the one that one is in must be seen.
  // Not by scrollIntoView, after which Tab would begin there and not at the top.
  useEffect(() => {
    const list = nav.current;
    const here = list?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (!list || !here) return;
    const { left, right } = list.getBoundingClientRect();
    list.scrollLeft += Math.min(0, here.left - left) + Math.max(0, here.right - right);
  }, [place]);
  return (
    <header class="top">
      <a class="logo" href="/live" aria-label="Hearsay">
        hear<i>say</i>
      </a>
      <nav ref={nav} aria-label="Views">
        {PLACES.map(([href, name, views]) => (
          <a key={href} href={href} aria-current={place !== null && views.includes(place) ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <SearchBox />
      <div class="switches">
        <ThemeSwitch />
        <button type="button" class="quiet" aria-label="Keys" title="Keys (?)" onClick={() => helpShown.set(true)}>
          ?
        </button>
      </div>
    </header>
  );
}
