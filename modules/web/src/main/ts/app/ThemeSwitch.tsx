import type { JSX } from 'preact';
import { useStore } from './store';
import { theme, type Theme } from './theme';

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const NAME: Readonly<Record<Theme, string>> = { system: 'as the system has it', light: 'light', dark: 'dark' };

/** One button for three states: as the system has it, light, dark. */
export function ThemeSwitch(): JSX.Element {
  const now = useStore(theme);
  return (
    <button
      type="button"
      class="quiet theme"
      aria-label={`Colours: ${NAME[now]}. Change to ${NAME[NEXT[now]]}`}
      title={`Colours: ${NAME[now]}`}
      onClick={() => theme.set(NEXT[now])}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6" />
        {now === 'system' && <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />}
        {now === 'dark' && <circle cx="10" cy="10" r="7" fill="currentColor" />}
      </svg>
    </button>
  );
}
