/** Rows as a panel shows them: values by the names of their columns. */
export type Shown = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** As RFC 4180 has it; the columns are those of all rows, in the order in which they first come. */
export function csvOf(rows: readonly Shown[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (values: readonly unknown[]) => values.map(cell).join(',') + '\r\n';
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join('');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
