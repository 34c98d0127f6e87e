import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ArticleSummary, Claim } from '../api/types';
import { useApi } from '../api/useApi';
import { go } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { ClaimCard } from '../ui/ClaimCard';
import { headingOf, once } from '../ui/content';
import { clusterHref } from '../ui/links';
import { SourceLinks } from '../ui/Panel';
import { Ask } from '../ui/States';

type ClaimWhole = Claim & { article?: ArticleSummary | null };

/** A claim that no other article has, or had when the link was made. */
export default function ClaimOf({ params: [id = ''] }: ViewProps): JSX.Element {
  const path = `/api/claims/${encodeURIComponent(id)}`;
  const answer = useApi<ClaimWhole>(path);
  const found = answer.stale ? null : answer.data;
  useTitle(found ? once(found.contentText).slice(0, 60) : null);
  const cluster = found?.cluster?.clusterId;
  useEffect(() => {
    if (cluster) go(clusterHref(cluster), { replace: true });
  }, [cluster]);
  return (
    <Ask page answer={answer} what="Loading the claim">
      {(claim) => (
        <div class="across">
          <p class="kind muted">A claim of one article</p>
          <h1 dir="auto">{headingOf(claim.contentText, claim.form)}</h1>
          <p class="by muted">
            {claim.voice === 'READER' ? 'It stands in a reader’s comment.' : 'No other article has it so far. When one comes, this address leads to all of them.'}
          </p>
          <ClaimCard claim={claim} />
          <SourceLinks json={path} csv={`/api/claims?id=${encodeURIComponent(claim.id)}&voice=any&format=csv`} sql={`select * from claims where id = '${claim.id.replaceAll("'", "''")}'`} />
        </div>
      )}
    </Ask>
  );
}
