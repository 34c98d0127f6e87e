/** What a cell of a panel's rows may hold. */
export type Cell = string | number | boolean | readonly string[] | null | undefined;

/** Rows as a panel shows them; the columns are there where it has no rows, too. */
export interface Shown {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** Some fields of what a panel shows, as rows. */
export function rowsOf<T extends object>(columns: readonly (keyof T & string)[], items: readonly T[]): Shown {
  return { columns, rows: items.map((item) => Object.fromEntries(columns.map((column) => [column, item[column] as Cell]))) };
}

/** As RFC 4180 has it. */
export function csvOf({ columns, rows }: Shown): string {
  const line = (values: readonly unknown[]) => values.map(cell).join(',') + '\r\n';
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join('');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
