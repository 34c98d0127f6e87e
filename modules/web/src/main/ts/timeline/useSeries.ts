import type { By, Series } from '../api/types';
import { type Answer, useApi } from '../api/useApi';
import { finerStep } from './scale';

/** The series of a path, on the steps that are given, or on such as show when things happened. */
export function useSeries(path: string | null, by?: By): Answer<Series> {
  const first = useApi<Series>(path && withStep(path, by));
  const finer = path && !by && first.data && !first.stale ? finerStep(first.data) : null;
  const second = useApi<Series>(path && finer && withStep(path, finer));
  return finer && second.data && !second.stale ? second : first;
}

function withStep(path: string, by: By | undefined): string {
  return by ? `${path}${path.includes('?') ? '&' : '?'}by=${by}` : path;
}
