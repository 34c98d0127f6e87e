import type { TonePoint } from '../api/profileTypes';

export interface ToneLane {
  readonly outletId: string;
  readonly name: string;
  readonly points: readonly TonePoint[];
  readonly mentions: number;
  /** Its mean, each mention counting the same. */
  readonly mean: number;
}

/** A lane for each outlet, those that name it most first. */
export function lanesOf(tone: readonly TonePoint[]): ToneLane[] {
  const by = new Map<string, TonePoint[]>();
  for (const point of tone) by.set(point.outletId, [...(by.get(point.outletId) ?? []), point]);
  return [...by]
    .map(([outletId, points]) => {
      const sorted = [...points].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      const mentions = sorted.reduce((n, point) => n + point.mentions, 0);
      const mean = sorted.reduce((n, point) => n + point.tone * point.mentions, 0) / Math.max(1, mentions);
      return { outletId, name: sorted[0]!.outletName ?? outletId, points: sorted, mentions, mean };
    })
    .sort((a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name));
}

/** How far from 0 the scale goes: at least so far that what is neither good nor bad looks like it. */
export function reach(tone: readonly TonePoint[]): number {
  return Math.min(1, Math.max(0.5, ...tone.map((point) => Math.abs(point.tone) * 1.1)));
}
