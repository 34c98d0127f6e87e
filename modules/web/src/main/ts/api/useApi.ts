import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useStore } from '../app/store';
import { Problem } from './problem';
import { AGAIN_MS, getJson, isAbort } from './request';
import { token } from './token';

export interface Answer<T> {
  /** The newest answer; while another question is under way, still that of the one before. */
  readonly data: T | null;
  readonly problem: Problem | null;
  /** Whether a question is under way. */
  readonly loading: boolean;
  /** Whether `data` answers another question than the one that is asked now. */
  readonly stale: boolean;
  readonly reload: () => void;
}

/** The last answers, so that Back shows what was there at once; each is asked for again all the same. */
const kept = new Map<string, unknown>();
const KEPT = 40;

function keep(path: string, data: unknown): void {
  kept.delete(path);
  kept.set(path, data);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
}

/** A problem that may be over when the same is asked again; it stays on the screen until then. */
function unanswered(problem: Problem | null): Problem | null {
  return problem?.status === 0 ? problem : null;
}

/** Asks the API, again whenever it did not answer, and whenever the path changes; null asks nothing. */
export function useApi<T>(path: string | null): Answer<T> {
  const [state, setState] = useState<{ path: string | null; data: T | null; problem: Problem | null; loading: boolean }>(() => ({
    path,
    data: path === null ? null : ((kept.get(path) as T | undefined) ?? null),
    problem: null,
    loading: path !== null,
  }));
  const [turn, setTurn] = useState(0);
  const bearer = useStore(token);
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (path === null) {
      asked.current = null;
      setState({ path, data: null, problem: null, loading: false });
      return;
    }
    const abort = new AbortController();
    asked.current = path;
    setState((before) => {
      const known = kept.get(path) as T | undefined;
      return known === undefined
        ? { ...before, problem: before.path === path ? unanswered(before.problem) : null, loading: true }
        : { path, data: known, problem: null, loading: true };
    });
    let again: ReturnType<typeof setTimeout> | undefined;
    getJson<T>(path, abort.signal).then(
      (data) => {
        keep(path, data);
        setState({ path, data, problem: null, loading: false });
      },
      (error: unknown) => {
        if (isAbort(error)) return;
        const problem = Problem.from(error);
        setState((before) => ({ path, data: before.path === path ? before.data : null, problem, loading: false }));
        if (unanswered(problem)) again = setTimeout(() => setTurn((n) => n + 1), AGAIN_MS);
      },
    );
    return () => {
      clearTimeout(again);
      abort.abort();
    };
  }, [path, turn, bearer]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  return { data: state.data, problem: state.problem, loading: state.loading, stale: state.path !== path, reload };
}
