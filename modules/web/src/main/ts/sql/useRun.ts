import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { isAbort, request } from '../api/request';
import type { TableAnswer } from '../api/sqlTypes';
import { token } from '../api/token';
import { useStore } from '../app/store';

/** One request: its key says when it is another one. */
export interface Job {
  readonly key: string;
  readonly path: string;
  /** What is posted; a question is only got. */
  readonly body: string | null;
}

export interface Run {
  /** The newest answer; while the next one is under way still that of before. */
  readonly answer: TableAnswer | null;
  readonly problem: Problem | null;
  /** When it began, as performance.now() counts; null while nothing runs. */
  readonly since: number | null;
  readonly milliseconds: number | null;
  readonly cancelled: boolean;
  readonly again: () => void;
  readonly cancel: () => void;
}

interface State {
  readonly key: string | null;
  readonly answer: TableAnswer | null;
  readonly problem: Problem | null;
  readonly since: number | null;
  readonly milliseconds: number | null;
  readonly cancelled: boolean;
}

const NOTHING: State = { key: null, answer: null, problem: null, since: null, milliseconds: null, cancelled: false };

/** Runs a job whenever it is another one, and again when that is asked for; what goes away cancels it at the server, too. */
export function useRun(job: Job | null): Run {
  const [state, setState] = useState<State>(NOTHING);
  const [turn, setTurn] = useState(0);
  const bearer = useStore(token);
  const abort = useRef<AbortController | null>(null);
  const key = job?.key ?? null;
  useEffect(() => {
    if (!job) {
      setState(NOTHING);
      return;
    }
    const controller = (abort.current = new AbortController());
    const since = performance.now();
    setState((before) => ({ ...NOTHING, key, answer: before.answer, since }));
    ask(job, controller.signal).then(
      (answer) => setState({ ...NOTHING, key, answer, milliseconds: answer.milliseconds ?? performance.now() - since }),
      (error: unknown) => {
        if (isAbort(error)) return;
        const problem = Problem.from(error);
        setState({ ...NOTHING, key, problem });
      },
    );
    return () => controller.abort();
  }, [key, turn, bearer]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  const cancel = useCallback(() => {
    abort.current?.abort();
    setState((before) => ({ ...NOTHING, key: before.key, cancelled: true }));
  }, []);
  const { answer, problem, since, milliseconds, cancelled } = state;
  return { answer, problem, since, milliseconds, cancelled, again, cancel };
}

async function ask({ path, body }: Job, signal: AbortSignal): Promise<TableAnswer> {
  const json = { Accept: 'application/json' };
  const response =
    body === null
      ? await request(path, { signal, headers: json })
      : await request(path, { method: 'POST', signal, body, headers: { ...json, 'Content-Type': 'application/json' } });
  return (await response.json()) as TableAnswer;
}
