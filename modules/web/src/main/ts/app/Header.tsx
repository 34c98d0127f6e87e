import type { JSX } from 'preact';
import { helpShown } from './keys';
import { SearchBox } from './SearchBox';
import { ThemeSwitch } from './ThemeSwitch';
import { PLACES } from './views';

export function Header({ place }: { place: string | null }): JSX.Element {
  return (
    <header class="top">
      <a class="logo" href="/live" aria-label="Hearsay">
        hear<i>say</i>
      </a>
      <nav aria-label="Views">
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
