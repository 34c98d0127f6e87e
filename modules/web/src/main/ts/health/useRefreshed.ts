import { useEffect, useState } from 'preact/hooks';
import { type Answer, useApi } from '../api/useApi';

export interface Refreshed<T> extends Answer<T> {
  /** When the answer that is shown came, in milliseconds since 1970; null before the first. */
  readonly told: number | null;
}

/** An answer that is asked for again every so often, while somebody can see it. */
export function useRefreshed<T>(path: string, everyMs: number): Refreshed<T> {
  const answer = useApi<T>(path);
  const { data, problem, loading, reload } = answer;
  const [told, setTold] = useState<number | null>(null);
  useEffect(() => {
    if (data !== null && !loading) setTold((before) => (problem ? before : Date.now()));
  }, [data, problem, loading]);
  useEffect(() => {
    // Counted from the answer, so that a slow server is not asked twice at once.
    if (loading) return;
    const ask = () => {
      if (!document.hidden) reload();
    };
    const timer = setTimeout(ask, everyMs);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [loading, data, problem, everyMs]);
  return { ...answer, told };
}
