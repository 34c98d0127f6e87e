import type { JSX } from 'preact';
import { type Filter, FILTER_KEYS, type FilterKey, setFilter, toggle } from '../api/filter';
import type { Facets } from '../api/types';
import { score } from '../ui/numbers';
import { range } from '../ui/time';
import { nameIn } from './describe';

/** What the claims are cut to, each to be taken away. */
export function Chips({ filter, facets, onChange }: { filter: Filter; facets: Facets | null; onChange: (filter: Filter) => void }): JSX.Element | null {
  const chips = chipsOf(filter, facets);
  if (!chips.length) return null;
  return (
    <ul class="chips" aria-label="Cut to">
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <button type="button" class="chip" onClick={() => onChange(without)} title="Take it away">
            <bdi>{text}</bdi> <span aria-hidden="true">×</span>
            <span class="hidden-text">, take it away</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export interface Chip {
  readonly key: string;
  readonly text: string;
  readonly without: Filter;
}

/** One for each value, and one for the time. */
export function chipsOf(filter: Filter, facets: Facets | null): Chip[] {
  const time = range(filter.from?.[0] ?? null, filter.to?.[0] ?? null);
  const chips: Chip[] = [];
  for (const key of FILTER_KEYS) {
    if (key === 'from' || key === 'to') continue;
    for (const value of filter[key] ?? []) {
      chips.push({ key: key + value, text: textOf(key, value, facets), without: toggle(filter, key, value) });
    }
  }
  if (time) chips.push({ key: 'time', text: time, without: setFilter(setFilter(filter, 'from', []), 'to', []) });
  return chips;
}

function textOf(key: FilterKey, value: string, facets: Facets | null): string {
  switch (key) {
    case 'q':
      return `“${value}”`;
    case 'minConfidence':
      return `sure at least ${number(value)}`;
    case 'minCheckWorthiness':
      return `worth checking at least ${number(value)}`;
    case 'independent':
      return `at most ${value} independent`;
    case 'article':
      return 'one article';
    case 'cluster':
      return 'one claim across outlets';
    case 'voice':
      return value === 'any' ? 'articles and comments' : nameIn(facets, key, value);
    case 'relay':
      return value === 'none' ? 'said to the page' : `via ${nameIn(facets, key, value)}`;
    case 'origin':
      return `first in ${nameIn(facets, 'outlet', value)}`;
    case 'entity':
      return `about ${nameIn(facets, key, value)}`;
    case 'outlet':
      return `in ${nameIn(facets, key, value)}`;
    default:
      return nameIn(facets, key, value);
  }
}

/** A number as it is shown elsewhere; what is none as it was given: the answer says that it is wrong. */
function number(value: string): string {
  const known = Number(value);
  return value.trim() && Number.isFinite(known) ? score(known) : `“${value}”`;
}
