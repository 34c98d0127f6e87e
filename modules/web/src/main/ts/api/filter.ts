/** The claim filter: the same names in the API, the live stream, the feeds and the dashboard's addresses. */
export const FILTER_KEYS = [
  'q',
  'speaker',
  'relay',
  'origin',
  'outlet',
  'entity',
  'form',
  'cueKind',
  'cueMode',
  'stance',
  'speakerKind',
  'voice',
  'minConfidence',
  'minCheckWorthiness',
  'independent',
  'article',
  'cluster',
  'from',
  'to',
] as const;

export type FilterKey = (typeof FILTER_KEYS)[number];

/** Values by key, none of them empty. Those of one key are alternatives; those of several keys must all hold. */
export type Filter = { readonly [K in FilterKey]?: readonly string[] };

export function filterOf(query: URLSearchParams | string): Filter {
  const from = typeof query === 'string' ? new URLSearchParams(query) : query;
  const filter: { [K in FilterKey]?: string[] } = {};
  for (const key of FILTER_KEYS) {
    const values = [...new Set(from.getAll(key).filter((value) => value !== ''))];
    if (values.length) filter[key] = values;
  }
  return filter;
}

/** The filter as a query, always in the same order, so that one search has one address. */
export function queryOf(filter: Filter): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of FILTER_KEYS) for (const value of filter[key] ?? []) query.append(key, value);
  return query;
}

/** A path with the filter and what else stands in `more`. */
export function withFilter(path: string, filter: Filter, more: Readonly<Record<string, string | number>> = {}): string {
  const query = queryOf(filter);
  for (const [key, value] of Object.entries(more)) query.set(key, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

export function setFilter(filter: Filter, key: FilterKey, values: readonly string[]): Filter {
  const { [key]: _, ...others } = filter;
  return values.length ? { ...others, [key]: values } : others;
}

export function toggle(filter: Filter, key: FilterKey, value: string): Filter {
  const values = filter[key] ?? [];
  return setFilter(filter, key, values.includes(value) ? values.filter((v) => v !== value) : [...values, value]);
}

export function one(filter: Filter, key: FilterKey): string | null {
  return filter[key]?.[0] ?? null;
}

export function isEmpty(filter: Filter): boolean {
  return Object.keys(filter).length === 0;
}

/** The address's query with this filter in it, and all else that stands in it kept. */
export function putFilter(query: URLSearchParams, filter: Filter): URLSearchParams {
  const next = queryOf(filter);
  for (const [key, value] of query) if (!(FILTER_KEYS as readonly string[]).includes(key)) next.append(key, value);
  return next;
}
