import type { JSX } from 'preact';
import type { Question } from '../api/sqlTypes';

/** The questions that come with Hearsay: each leads to its answer, or to the fields that it needs. */
export function Questions({ questions, chosen }: { questions: readonly Question[]; chosen: string | null }): JSX.Element {
  return (
    <ul class="sql-questions">
      {questions.map(({ name, title }) => (
        <li key={name} data-row tabIndex={-1}>
          <a href={`/sql?question=${encodeURIComponent(name)}`} aria-current={name === chosen ? 'true' : undefined} data-open>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
