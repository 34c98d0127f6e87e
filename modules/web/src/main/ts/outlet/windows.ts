import type { OutletProfile } from '../api/profileTypes';

/** Windows that do not overlap, the newest and as many before it as there are: each article counts once. */
export function apart(profiles: readonly OutletProfile[], most = 60): OutletProfile[] {
  const newestFirst = [...profiles].sort((a, b) => Date.parse(b.windowEnd) - Date.parse(a.windowEnd));
  const chosen: OutletProfile[] = [];
  for (const profile of newestFirst) {
    const after = chosen[chosen.length - 1];
    if (!after || Date.parse(profile.windowEnd) <= Date.parse(after.windowStart)) chosen.push(profile);
    if (chosen.length === most) break;
  }
  return chosen.reverse();
}
