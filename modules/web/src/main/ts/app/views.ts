import type { ComponentType } from 'preact';

export interface ViewProps {
  /** The parts of the path that the pattern leaves open, decoded. */
  readonly params: readonly string[];
}

type Module = { default: ComponentType<ViewProps> };

export interface Route {
  readonly name: string;
  readonly pattern: RegExp;
  readonly load: () => Promise<Module>;
}

/** Each view is a file of its own that is fetched when it is first gone to. */
export const ROUTES: readonly Route[] = [
  { name: 'live', pattern: /^\/live\/?$/, load: () => import('../views/Live') },
  { name: 'search', pattern: /^\/search\/?$/, load: () => import('../views/Search') },
  { name: 'article', pattern: /^\/article\/([^/]+)\/?$/, load: () => import('../views/Article') },
  { name: 'claim-of', pattern: /^\/claim\/of\/([^/]+)\/?$/, load: () => import('../views/ClaimOf') },
  { name: 'claim', pattern: /^\/claim\/([^/]+)\/?$/, load: () => import('../views/ClaimAcross') },
  { name: 'entities', pattern: /^\/entities\/?$/, load: () => import('../views/Entities') },
  { name: 'entity', pattern: /^\/entity\/([^/]+)\/?$/, load: () => import('../views/Entity') },
  { name: 'outlets', pattern: /^\/outlets\/?$/, load: () => import('../views/Outlets') },
  { name: 'outlet', pattern: /^\/outlet\/([^/]+)\/?$/, load: () => import('../views/Outlet') },
  { name: 'copies', pattern: /^\/copies\/?$/, load: () => import('../views/Copies') },
  { name: 'copy', pattern: /^\/copies\/([^/]+)\/?$/, load: () => import('../views/Copy') },
  { name: 'sql', pattern: /^\/sql\/?$/, load: () => import('../views/Sql') },
  { name: 'health', pattern: /^\/health\/?$/, load: () => import('../views/Health') },
];

export interface Found {
  readonly route: Route;
  readonly params: readonly string[];
}

export function find(path: string): Found | null {
  for (const route of ROUTES) {
    const match = route.pattern.exec(path);
    if (match) return { route, params: match.slice(1).map(decode) };
  }
  return null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The places of the navigation: address, name, and the views that belong to it. */
export const PLACES: readonly (readonly [href: string, name: string, views: readonly string[]])[] = [
  ['/live', 'Live', ['live']],
  ['/search', 'Search', ['search', 'article', 'claim', 'claim-of']],
  ['/outlets', 'Outlets', ['outlets', 'outlet']],
  ['/entities', 'Entities', ['entities', 'entity']],
  ['/copies', 'Copies', ['copies', 'copy']],
  ['/sql', 'SQL', ['sql']],
  ['/health', 'Health', ['health']],
];
