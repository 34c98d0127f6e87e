import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../api/useApi';
import type { Problem } from '../api/problem';

/** Shown only when something takes long enough to be noticed: what comes at once must not flicker. */
const QUIET_MS = 180;

export function Loading({ what = 'Loading' }: { what?: string }): JSX.Element {
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="state loading" role="status">
      {shown && (
        <>
          <span class="bars" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span>{what} …</span>
        </>
      )}
    </div>
  );
}

/** Nothing is there: says why, and what could be done. */
export function Empty({ title, children }: { title: ComponentChildren; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="state empty">
      <p class="title">{title}</p>
      {children && <p>{children}</p>}
    </div>
  );
}

/** Why there is no answer; where it stands in place of a whole page, it is that page's heading. */
export function Failed({
  problem,
  retry,
  page,
}: {
  problem: Problem;
  retry?: (() => void) | undefined;
  page?: boolean;
}): JSX.Element {
  const Title = page ? 'h1' : 'p';
  return (
    <div class="state failed" role="alert">
      <Title class="title">{problem.title}</Title>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.parameter && !problem.detail?.includes(problem.parameter) && (
        <p>
          The parameter is <code>{problem.parameter}</code>.
        </p>
      )}
      {retry && !isRefused(problem) && (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Whether the same question is refused each time it is asked. */
export function isRefused(problem: Problem | null): problem is Problem {
  return problem !== null && [400, 404, 422].includes(problem.status);
}

/** What a question comes to: its answer, drawn; the wait for it; or why there is none. */
export function Ask<T>({
  answer,
  what,
  page,
  children,
}: {
  answer: Answer<T>;
  what?: string;
  page?: boolean;
  children: (data: T) => ComponentChildren;
}): JSX.Element {
  if (answer.problem && (answer.stale || answer.data === null)) {
    return (
      <Failed
        problem={answer.problem}
        retry={answer.reload}
        {...(page ? { page } : {})}
      />
    );
  }
  if (answer.data === null) return <Loading {...(what ? { what } : {})} />;
  return <>{children(answer.data)}</>;
}
