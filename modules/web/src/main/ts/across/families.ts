import type { Edge } from '../api/articleTypes';
import type { Report } from '../api/clusterTypes';
import { isOpen, settled } from '../copies/settled';

/** A report, and how it came by the claim as far as the other reports tell. */
export interface Told {
  readonly report: Report;
  /** The listed report that it copied, or names as where it has it from; the nearest of several. */
  readonly origin: Told | null;
  readonly how: 'OWN' | 'DECLARED' | 'FOUND' | 'NAMED' | 'TWIN';
  /** The copy, where there is one. */
  readonly edge: Edge | null;
}

/** Those that have the claim from one place, the earliest first: they count as one report. */
export interface Family {
  readonly head: Told;
  readonly others: readonly Told[];
}

export function outletKey(report: Report): string {
  return report.outletId ?? report.outletName ?? report.articleId;
}

/** Somebody whom a report has it from. */
export interface Source {
  /** A catalogue id, else a folded name. */
  readonly key: string;
  readonly name: string;
  /** Whether it may have published it before. */
  readonly publishes: boolean;
}

/**
 * Whom a report has it from, the nearest to its page first: each whose text it is, each outlet that passed it on, and
 * who said it where that is another outlet; of people the last who passed it on.
 */
export function sourcesOf(report: Report): Source[] {
  const found: Source[] = [];
  for (const link of report.chain ?? []) {
    const publishes = link.role === 'ORIGIN' || (link.role !== 'PUBLISHER' && link.type === 'OUTLET');
    const key = link.id ?? link.key?.replace(/^name:/, '') ?? link.name;
    if (publishes && key !== outletKey(report) && link.name !== report.outletName) found.push({ key, name: link.name, publishes });
  }
  const { from, fromName } = report;
  // A person by name, or an agency that others name as theirs, whatever the catalogue knows of it.
  if (from && from !== outletKey(report) && fromName !== report.outletName && !found.some(({ key, name }) => key === from || name === fromName)) {
    found.push({ key: from, name: fromName ?? from, publishes: false });
  }
  return found;
}

/** One report an article, in the order of time: an article that says it twice says it once here. */
export function oneEach(reports: readonly Report[]): Report[] {
  const seen = new Set<string>();
  return [...reports]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.position - b.position)
    .filter((report) => !seen.has(report.articleId) && seen.add(report.articleId));
}

const DAY_MS = 86_400_000;

/** The latest that a report may have come: one that is given by its day alone may have come until that day's end. */
function latest(report: Report): number {
  return Date.parse(report.at) + (report.publishedPrecision === 'DAY' ? DAY_MS : 0);
}

/** How each report came by the claim, in the order of time; of one day, what was taken over after what it was taken from. */
export function tell(reports: readonly Report[], raw: readonly Edge[]): Told[] {
  const edges = raw.map(settled);
  const told: Mutable<Told>[] = reports.map((report) => ({ report, origin: null, how: 'OWN', edge: null }));
  const byArticle = new Map(told.map((t) => [t.report.articleId, t]));
  const byClaim = new Map(told.map((t) => [t.report.claimId, t]));
  for (const t of told) {
    const found = copied(t, edges, byArticle, byClaim) ?? twinOf(t, edges, byArticle) ?? namedBy(t, told);
    if (found && !leadsTo(found.origin, t)) Object.assign(t, found);
  }
  const times = new Map<Told, number>();
  const timeOf = (t: Told): number => {
    const known = times.get(t);
    if (known !== undefined) return known;
    const at = Date.parse(t.report.at);
    const after = t.origin && t.report.publishedPrecision === 'DAY' ? timeOf(t.origin) + 1 : at;
    const time = Math.min(Math.max(at, after), latest(t.report));
    times.set(t, time);
    return time;
  };
  return told.map((t, i) => [t, i] as const).sort(([a, i], [b, j]) => timeOf(a) - timeOf(b) || i - j).map(([t]) => t);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Came = Pick<Told, 'origin' | 'how' | 'edge'>;

function copied(t: Told, edges: readonly Edge[], byArticle: ReadonlyMap<string, Told>, byClaim: ReadonlyMap<string, Told>): Came | null {
  const { report } = t;
  const own = edges.filter((edge) => edge.articleId === report.articleId && !isOpen(edge) && byArticle.has(edge.originId));
  const listed = report.originClaimId ? byClaim.get(report.originClaimId) : undefined;
  const edge = own.find((e) => e.originId === listed?.report.articleId) ?? (listed ? null : (own.sort((a, b) => b.containment - a.containment)[0] ?? null));
  const origin = listed ?? (edge ? byArticle.get(edge.originId)! : null);
  return origin && origin !== t ? { origin, how: edge?.direction === 'DECLARED' ? 'DECLARED' : 'FOUND', edge } : null;
}

/** The same text, and nobody knows which of the two is the copy: drawn from the earlier one. */
function twinOf(t: Told, edges: readonly Edge[], byArticle: ReadonlyMap<string, Told>): Came | null {
  const { report } = t;
  for (const edge of edges) {
    if (!isOpen(edge) || (edge.articleId !== report.articleId && edge.originId !== report.articleId)) continue;
    const other = byArticle.get(edge.articleId === report.articleId ? edge.originId : edge.articleId);
    if (other && Date.parse(other.report.at) <= Date.parse(report.at)) return { origin: other, how: 'TWIN', edge };
  }
  const twin = report.twins?.map((id) => byArticle.get(id)).find((o) => o && Date.parse(o.report.at) <= Date.parse(report.at));
  return twin ? { origin: twin, how: 'TWIN', edge: null } : null;
}

/** The newest report of an outlet that this one names, of those that were there by then; of several outlets the nearest. */
function namedBy(t: Told, told: readonly Told[]): Came | null {
  const { report } = t;
  for (const source of sourcesOf(report)) {
    const origin = told.filter((o) => o !== t && outletKey(o.report) === source.key && Date.parse(o.report.at) <= latest(report)).at(-1);
    if (origin) return { origin, how: 'NAMED', edge: null };
  }
  return null;
}

function leadsTo(from: Told | null, to: Told): boolean {
  for (let t = from; t; t = t.origin) if (t === to) return true;
  return false;
}

/** Whether the earliest may not have been first: of its day alone is known, and another came that day by itself. */
export function firstIsOpen(told: readonly Told[]): boolean {
  const first = told[0];
  if (first?.report.publishedPrecision !== 'DAY') return false;
  return told.some((t) => t !== first && t.report.atKind !== 'FIRST_SEEN' && Date.parse(t.report.at) < latest(first.report) && !leadsTo(t.origin, first));
}

/** Those with the same text, and those that have it from one outlet, report or person, are one family. */
export function familiesOf(told: readonly Told[]): Family[] {
  const root = new Map<Told, Told>(told.map((t) => [t, t]));
  const rootOf = (t: Told): Told => {
    let r = t;
    while (root.get(r) !== r) r = root.get(r)!;
    return r;
  };
  const join = (a: Told, b: Told) => {
    const [x, y] = [rootOf(a), rootOf(b)];
    if (x !== y) root.set(told.indexOf(x) < told.indexOf(y) ? y : x, told.indexOf(x) < told.indexOf(y) ? x : y);
  };
  const byFrom = new Map<string, Told>();
  for (const t of told) {
    if (t.origin) join(t, t.origin);
    for (const from of [t.report.from, sourcesOf(t.report).at(-1)?.key]) {
      if (!from) continue;
      const other = byFrom.get(from);
      if (other) join(t, other);
      else byFrom.set(from, t);
    }
  }
  const families = new Map<Told, Told[]>();
  for (const t of told) families.set(rootOf(t), [...(families.get(rootOf(t)) ?? []), t]);
  return [...families.values()].map(([head, ...others]) => ({ head: head!, others }));
}

/** Whom a report has it from in the end, where it names any: the last before who said it. */
export function lastSource(report: Report): string | null {
  return sourcesOf(report).at(-1)?.name ?? null;
}

/** Who all of a family have it from: whom the first of them has it from, else the first. */
export function sourceOf(family: Family): string | null {
  const { report } = family.head;
  return lastSource(report) ?? report.outletName ?? report.outletId ?? null;
}
