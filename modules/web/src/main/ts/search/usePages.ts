import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { getJson, isAbort } from '../api/request';
import type { Rows } from '../api/types';
import { useApi } from '../api/useApi';

export interface Pages<T> {
  readonly rows: readonly T[] | null;
  readonly sql: string | null;
  readonly problem: Problem | null;
  readonly stale: boolean;
  /** Whether there are more. */
  readonly more: boolean;
  readonly loadingMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** A list, page after page: the first at once, each next one when it is asked for. */
export function usePages<T>(path: string): Pages<T> {
  const first = useApi<Rows<T>>(path);
  const [further, setFurther] = useState<{ path: string; rows: T[]; next: string | null; problem: Problem | null }>();
  const [loading, setLoading] = useState(false);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), [path]);
  const mine = further?.path === path ? further : undefined;
  const next = mine ? mine.next : (first.data?.next ?? null);
  const loadMore = useCallback(() => {
    if (!next || loading) return;
    const controller = (abort.current = new AbortController());
    setLoading(true);
    getJson<Rows<T>>(`${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`, controller.signal)
      .then(
        (page) => setFurther({ path, rows: [...(mine?.rows ?? []), ...page.rows], next: page.next ?? null, problem: null }),
        (error: unknown) => {
          if (isAbort(error)) return;
          const problem = Problem.from(error);
          setFurther({ path, rows: mine?.rows ?? [], next, problem });
        },
      )
      .finally(() => setLoading(false));
  }, [path, next, loading, mine]);
  return {
    rows: first.data ? [...first.data.rows, ...(mine?.rows ?? [])] : null,
    sql: first.data?.sql ?? null,
    problem: first.problem ?? mine?.problem ?? null,
    stale: first.stale,
    more: next !== null && !first.stale,
    loadingMore: loading,
    loadMore,
    reload: first.reload,
  };
}
