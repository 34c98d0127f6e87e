import type { Question, QuestionParameter } from '../api/sqlTypes';
import { parametersIn } from './tokens';

/** What the address asks: a question that comes with Hearsay, or a statement of one's own. */
export interface Asked {
  readonly question: Question | null;
  /** The statement. Where it is the question's, the server is asked the question and not the statement. */
  readonly sql: string;
  readonly own: boolean;
  readonly parameters: readonly QuestionParameter[];
  /** What is given, by the parameters' names; never empty. */
  readonly values: Readonly<Record<string, string>>;
}

export const LIMITS: readonly number[] = [100, 1000, 10_000];
export const LIMIT = 1000;

/** Parameters stand in the address under this and their name: one called limit must not be taken for the limit. */
const PARAMETER = 'p.';

export function askedOf(query: URLSearchParams, questions: readonly Question[]): Asked {
  const question = questions.find(({ name }) => name === query.get('question')) ?? null;
  const sql = query.get('sql') ?? question?.sql ?? '';
  const values: Record<string, string> = {};
  for (const [key, value] of query) if (key.startsWith(PARAMETER) && value !== '') values[key.slice(PARAMETER.length)] = value;
  return { question, sql, own: sql.trim() !== '' && sql !== question?.sql, parameters: parametersOf(sql, question), values };
}

/** A statement's parameters; what is known of those that a question has, too, is kept when it is rewritten. */
export function parametersOf(sql: string, question: Question | null): QuestionParameter[] {
  if (question && sql === question.sql) return question.parameters;
  return parametersIn(sql).map(
    (name) =>
      question?.parameters.find((known) => known.name === name) ?? { kind: 'OPTION', name, fallback: null, doc: '', names: [] },
  );
}

/** A text that speaks of a question's parameters as the command line does: as its fields are called here. */
export function inFields(text: string): string {
  return text.replace(/(^|[\s(])--([a-z]+(?:-[a-z]+)*)/g, (_, before: string, name: string) => `${before}“${name.replaceAll('-', ' ')}”`);
}

/** The address that asks this; of what is shown of the answer nothing is kept, it may have other columns. */
export function addressOf(sql: string, question: Question | null, values: Readonly<Record<string, string>>, limit: number): URLSearchParams {
  const query = new URLSearchParams();
  if (question) query.set('question', question.name);
  if (sql !== question?.sql) query.set('sql', sql);
  const known = new Set(parametersOf(sql, question).map(({ name }) => name));
  for (const [name, value] of Object.entries(values)) if (value !== '' && known.has(name)) query.set(PARAMETER + name, value);
  if (limit !== LIMIT) query.set('limit', String(limit));
  return query;
}

/** The parameters that have to be given and are not. */
export function missing({ parameters, values }: Asked): QuestionParameter[] {
  return parameters.filter(({ kind, name, fallback }) => kind === 'WORD' && (fallback ?? null) === null && !values[name]);
}

/** The question's address in the API. */
export function questionPath({ question, values }: Asked, format?: 'csv'): string {
  const query = new URLSearchParams(values);
  if (format) query.set('format', format);
  const text = query.toString();
  return `/api/questions/${encodeURIComponent(question!.name)}${text && '?' + text}`;
}

/** What is sent for a statement of one's own: a parameter that is not given is NULL. */
export function statementBody({ sql, question, parameters, values }: Asked, limit: number): string {
  const all: Record<string, string | null> = {};
  for (const { name } of parameters) all[name] = values[name] ?? question?.parameters.find((known) => known.name === name)?.fallback ?? null;
  return JSON.stringify({ sql, parameters: all, limit });
}

/** What the example of a question gives its parameters: --about kfor, or words by their place. */
export function exampleOf(question: Question): Record<string, string> {
  const words = [...question.example.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!);
  const places = question.parameters.filter(({ kind }) => kind === 'WORD');
  const values: Record<string, string> = {};
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const option = word.startsWith('--') && question.parameters.find(({ name }) => name === word.slice(2).replaceAll('-', '_'));
    if (option) values[option.name] = option.kind === 'FLAG' ? 'true' : (words[++i] ?? '');
    else {
      const place = places.shift();
      if (place) values[place.name] = word;
    }
  }
  return values;
}
