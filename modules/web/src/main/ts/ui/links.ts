/** Where things are found in the dashboard, and which addresses of the world may be followed. */

/** An address of the world, where it is one that a browser may open: anything else is text and no link. */
export function safeUrl(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}

/** The host that a page came from, else the file's name; null where it has no address. */
export function hostOf(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const { host, pathname } = new URL(url);
    return host || pathname.split('/').at(-1) || null;
  } catch {
    return url;
  }
}

const part = encodeURIComponent;

export const articleHref = (id: string, claimId?: string | null): string =>
  `/article/${part(id)}${claimId ? `?claim=${part(claimId)}` : ''}`;
export const outletHref = (id: string): string => `/outlet/${part(id)}`;
export const entityHref = (id: string): string => `/entity/${part(id)}`;
export const clusterHref = (id: string): string => `/claim/${part(id)}`;
export const claimHref = (claim: { id: string; cluster?: { clusterId: string } | null }): string =>
  claim.cluster ? clusterHref(claim.cluster.clusterId) : `/claim/of/${part(claim.id)}`;
export const copyHref = (lineageId: string): string => `/copies/${part(lineageId)}`;
export const copiesOf = (articleId: string): string => `/copies?article=${part(articleId)}`;
export const speakerHref = (key: string): string => `/search?speaker=${part(key)}`;
export const relayHref = (key: string): string => `/search?relay=${part(key)}`;
export const sqlHref = (sql: string): string => `/sql?sql=${part(sql)}`;
