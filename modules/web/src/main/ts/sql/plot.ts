import type { AnswerColumn, TableAnswer, Value } from '../api/sqlTypes';
import { isNumber, isTime, text } from './cells';

/** Rows counted, in place of a column's number. */
export const COUNT = -1;

export interface Plan {
  readonly kind: 'bars' | 'line';
  /** The column below, and the one that is measured, or COUNT. */
  readonly x: number;
  readonly y: number;
  /** The column that makes a line each. */
  readonly by: number | null;
}

export interface Choices {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export function choicesOf({ columns }: TableAnswer): Choices {
  const indices = columns.map((_, i) => i);
  return {
    x: indices.filter((i) => isPlain(columns[i]!)),
    y: [...indices.filter((i) => isNumber(columns[i]!)), COUNT],
  };
}

function isPlain({ type }: AnswerColumn): boolean {
  return !/^(STRUCT|MAP)|\[\]$/.test(type);
}

/** The most lines that can be told from each other. */
const LINES = 6;

/** Which chart fits: what has a time is a line, what has names is bars. Null where there is nothing to draw. */
export function planOf(answer: TableAnswer, wanted: Readonly<Record<'kind' | 'x' | 'y', string | null>>): Plan | null {
  const { columns } = answer;
  const choices = choicesOf(answer);
  if (!answer.rows.length || !choices.x.length) return null;
  const named = (name: string | null) => (name === null ? -1 : columns.findIndex((column) => column.name === name));
  const times = choices.x.filter((i) => isTime(columns[i]!));
  const words = choices.x.filter((i) => columns[i]!.type === 'VARCHAR');
  const wantedX = named(wanted.x);
  const x = choices.x.includes(wantedX) ? wantedX : (times[0] ?? words[0] ?? choices.x[0]!);
  const wantedY = wanted.y === 'rows' ? COUNT : named(wanted.y);
  const asks = wanted.y !== null && choices.y.includes(wantedY);
  const y = asks ? wantedY : choices.y.find((i) => i !== x)!;
  const along = isTime(columns[x]!) || isNumber(columns[x]!);
  const kind = along && wanted.kind !== 'bars' && (isTime(columns[x]!) || wanted.kind === 'line') ? 'line' : 'bars';
  return { kind, x, y, by: kind === 'line' && y !== COUNT ? splitOf(answer, x, words) : null };
}

/** A column of few words that tells apart rows of the same place below. */
function splitOf({ rows }: TableAnswer, x: number, words: readonly number[]): number | null {
  if (new Set(rows.map((row) => text(row[x] ?? null))).size === rows.length) return null;
  return (
    words.find((i) => {
      if (i === x) return false;
      const values = new Set(rows.map((row) => text(row[i] ?? null)));
      return values.size > 1 && values.size <= LINES;
    }) ?? null
  );
}

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly note: string;
  readonly value: number;
}

export function barsOf({ columns, rows }: TableAnswer, { x, y }: Plan): Bar[] {
  if (y === COUNT) {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const label = text(row[x] ?? null);
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([label, value]) => ({ key: label, label, note: '', value }));
  }
  const labels = rows.map((row) => text(row[x] ?? null));
  const several = new Set(labels).size < labels.length;
  const other = several ? columns.findIndex((column, i) => i !== x && column.type === 'VARCHAR' && differs(rows, i)) : -1;
  return rows
    .map((row, i) => ({ key: String(i), label: labels[i]!, note: other < 0 ? '' : text(row[other] ?? null), value: row[y] ?? null }))
    .filter((bar): bar is Bar => typeof bar.value === 'number');
}

function differs(rows: readonly Value[][], i: number): boolean {
  return rows.some((row) => text(row[i] ?? null) !== text(rows[0]![i] ?? null));
}

export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export function linesOf(answer: TableAnswer, { x, y, by }: Plan): Line[] {
  const at = (value: Value) => (typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : NaN);
  const lines = new Map<string, [number, number][]>();
  const counts = new Map<number, number>();
  for (const row of answer.rows) {
    const place = at(row[x] ?? null);
    if (Number.isNaN(place)) continue;
    if (y === COUNT) {
      counts.set(place, (counts.get(place) ?? 0) + 1);
      continue;
    }
    const value = row[y];
    if (typeof value !== 'number') continue;
    const name = by === null ? '' : text(row[by] ?? null);
    const points = lines.get(name) ?? [];
    points.push([place, value]);
    lines.set(name, points);
  }
  if (y === COUNT) lines.set('', [...counts]);
  return [...lines].map(([name, points]) => ({ name, points: points.sort(([a], [b]) => a - b) }));
}
