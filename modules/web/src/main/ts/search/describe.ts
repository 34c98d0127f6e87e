import { type Filter, type FilterKey, one } from '../api/filter';
import type { Facets } from '../api/types';
import { range } from '../ui/time';
import { nameOfId, VALUES } from '../ui/words';

/** The name of a filter's value, from the facets where they have it. */
export function nameIn(facets: Facets | null, key: FilterKey, value: string): string {
  const known = facets?.facets[key]?.find((v) => v.value === value)?.name;
  return VALUES[key]?.[value] ?? (known || nameOfId(value));
}

/** A filter as the beginning of a sentence: Claims by Radovan Stepic about KFOR, 12 – 15 January 2026. */
export function describe(filter: Filter, facets: Facets | null): string {
  const names = (key: FilterKey) => filter[key]?.map((value) => nameIn(facets, key, value)).join(' or ');
  const parts = ['Claims'];
  const add = (key: FilterKey, before: string) => {
    const text = names(key);
    if (text) parts.push(`${before} ${text}`);
  };
  if (filter.voice?.[0] === 'READER') parts.push('of readers');
  add('speaker', 'by');
  add('entity', 'about');
  add('outlet', 'in');
  if (filter.relay) parts.push(filter.relay.join() === 'none' ? 'said to the page itself' : `passed on by ${names('relay')}`);
  const words = one(filter, 'q');
  if (words) parts.push(`with “${words}”`);
  const time = range(one(filter, 'from'), one(filter, 'to'));
  return parts.join(' ') + (time ? `, ${time}` : '');
}
