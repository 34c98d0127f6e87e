/** What the API answers on questions, tables, and statements of one's own. */

/** What a parameter's value is a name of; the last three are words of a column and have no suggestions. */
export type ParameterName = 'OUTLET' | 'ENTITY' | 'SPEAKER' | 'RELAY' | 'CLAIM' | 'ARTICLE' | 'OWNER' | 'TYPE' | 'CATEGORY';

export interface QuestionParameter {
  /** WORD without a fallback has to be given; FLAG is "true" or not given. */
  kind: 'OPTION' | 'FLAG' | 'WORD';
  name: string;
  fallback?: string | null;
  doc: string;
  names: ParameterName[];
}

export interface Question {
  name: string;
  title: string;
  notes: string;
  /** As it is typed after the name on the command line. */
  example: string;
  sql: string;
  parameters: QuestionParameter[];
}

export interface TableColumn {
  name: string;
  type: string;
  doc: string;
}

export interface Table {
  name: string;
  doc: string;
  columns: TableColumn[];
}

/** A value as JSON has it: times are ISO 8601, what is nested is a list or an object. */
export type Value = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;

export interface AnswerColumn {
  name: string;
  /** DuckDB's. */
  type: string;
}

export interface TableAnswer {
  columns: AnswerColumn[];
  rows: Value[][];
  /** Whether there are more rows than were asked for. */
  truncated: boolean;
  milliseconds?: number | null;
  /** Names in a question that nothing is called by, where it has no rows. */
  unknown?: { parameter: string; wanted: string; near: string[] }[] | null;
  /** A question with the values in it. */
  sql?: string | null;
}
