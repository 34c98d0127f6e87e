/** The parts of a statement, as far as an editor has to know them: what is text, what is a comment, what a parameter. */

export type TokenKind = 'comment' | 'string' | 'name' | 'number' | 'parameter' | 'word' | 'other';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it begins, in UTF-16 code units. */
  readonly start: number;
}

const TOKEN =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^']|'')*(?:'|$))|(?<name>"(?:[^"]|"")*(?:"|$))|(?<parameter>\$[A-Za-z_]\w*)|(?<number>\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<other>\s+|[^])/giu;

export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  for (const match of sql.matchAll(TOKEN)) {
    const kind = Object.entries(match.groups!).find(([, text]) => text !== undefined)![0] as TokenKind;
    tokens.push({ kind, text: match[0], start: match.index });
  }
  return tokens;
}

/** The names of a statement's parameters, each once, in their order. */
export function parametersIn(sql: string): string[] {
  const names = tokensOf(sql)
    .filter(({ kind }) => kind === 'parameter')
    .map(({ text }) => text.slice(1));
  return [...new Set(names)];
}

/** Words that begin a clause or join conditions: those that the eye looks for in a statement. */
const CLAUSES: ReadonlySet<string> = new Set(
  (
    'select from where group by order having limit offset with as join left right full inner outer cross on using ' +
    'union except intersect all distinct and or not in is null like ilike between exists case when then else end ' +
    'over partition qualify values asc desc nulls first last true false'
  ).split(' '),
);

export function isClause(token: Token): boolean {
  return token.kind === 'word' && CLAUSES.has(token.text.toLowerCase());
}

/** A name as a statement takes it: in quotes where it would be read as something else. */
export function quoted(name: string): string {
  return /^[a-z_]\w*$/i.test(name) && !CLAUSES.has(name.toLowerCase()) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Where a line and a column, both counted from 1, stand in a text. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + Math.max(0, column - 1), end < 0 ? text.length : end);
}

/** The table that a statement is on, where it is one alone: whose ids a column named id has. */
export function onlyTable(sql: string): string | null {
  const words = tokensOf(sql).filter(({ kind }) => kind === 'word' || kind === 'name');
  const after = words.filter((_, i) => /^(from|join)$/i.test(words[i - 1]?.text ?? '')).map(({ text }) => text.toLowerCase());
  return after.length === 1 ? after[0]! : null;
}
