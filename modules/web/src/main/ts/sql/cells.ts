import type { AnswerColumn, Value } from '../api/sqlTypes';
import { articleHref, claimHref, clusterHref, copyHref, entityHref, outletHref, relayHref, speakerHref } from '../ui/links';

export type Sort = { readonly column: number; readonly down: boolean } | null;

const CLAIM = (id: string): string => claimHref({ id });

/** What a column's values are ids of, by its name. */
const LINKS: readonly (readonly [RegExp, (id: string) => string])[] = [
  [/^(\w*article|origin|original|copy)_?id$/i, articleHref],
  [/^\w*outlet_?id$/i, outletHref],
  [/^(entity|speaker|actor)_?id$/i, entityHref],
  [/^\w*claim_?id$/i, CLAIM],
  [/^\w*cluster_?id$/i, clusterHref],
  [/^lineage_?id$/i, copyHref],
  [/^speaker_?key$/i, speakerHref],
  [/^relay_?key$/i, relayHref],
];

const OF_TABLE: ReadonlyMap<string, (id: string) => string> = new Map([
  ['articles', articleHref],
  ['claims', CLAIM],
  ['lineage', copyHref],
  ['claim_clusters', clusterHref],
  ['outlets', outletHref],
  ['entities', entityHref],
]);

/** Where a column's values lead to; null where they are no ids. A column called id is the table's. */
export function linkOf({ name, type }: AnswerColumn, table: string | null): ((id: string) => string) | null {
  if (type !== 'VARCHAR') return null;
  if (name.toLowerCase() === 'id') return (table && OF_TABLE.get(table)) || null;
  return LINKS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

export function isNumber({ type }: AnswerColumn): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DOUBLE|FLOAT|DECIMAL.*)$/.test(type);
}

export function isTime({ type }: AnswerColumn): boolean {
  return /^(DATE|TIMESTAMP.*)$/.test(type);
}

const FRACTION = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4, useGrouping: false });
const GROUPED = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/** Years and ids stay as they are, large numbers get their commas. */
export function number(value: number): string {
  return (Math.abs(value) >= 10_000 ? GROUPED : FRACTION).format(value);
}

/** 2026-01-12T09:52:00Z as 2026-01-12 09:52: what stands below each other can be compared. */
export function time(iso: string): string {
  return iso.replace('T', ' ').replace(/(:00)?(\.0+)?Z$/, '');
}

/** A value as one text. */
export function text(value: Value): string {
  if (value === null) return '';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The rows in the order of a column, those without a value last; as they came without one. */
export function sorted(rows: readonly Value[][], sort: Sort): readonly Value[][] {
  if (!sort) return rows;
  const { column, down } = sort;
  const order = new Intl.Collator('en', { numeric: true }).compare;
  const compare = (a: Value, b: Value) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : order(text(a), text(b));
  return [...rows].sort((left, right) => {
    const [a, b] = [left[column] ?? null, right[column] ?? null];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return down ? compare(b, a) : compare(a, b);
  });
}
