import type { JSX } from 'preact';
import type { Claim } from '../api/types';
import { once } from '../ui/content';
import { counted } from '../ui/numbers';
import { SourceLinks } from '../ui/Panel';
import { VoiceDot } from '../ui/Voices';

interface Props {
  readonly articleId: string;
  readonly claims: readonly Claim[];
  readonly chosen: string | null;
  readonly onChoose: (claimId: string) => void;
}

/** Up to so many claims are seen at once; more open by speaker. */
const OPEN = 24;

/** All claims of the article by who spoke, those who speak most first: the way to each for who does not read along. */
export function ClaimIndex({ articleId, claims, chosen, onChoose }: Props): JSX.Element {
  const id = encodeURIComponent(articleId);
  const bySpeaker = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = claim.voice === 'READER' ? 'readers' : (claim.speakerKey ?? claim.speakerName ?? '');
    const list = bySpeaker.get(key);
    if (list) list.push(claim);
    else bySpeaker.set(key, [claim]);
  }
  const groups = [...bySpeaker].sort(([a, x], [b, y]) => rank(a) - rank(b) || y.length - x.length);
  return (
    <section class="card claim-index" aria-labelledby="claim-index">
      <header>
        <h2 id="claim-index">Who speaks here</h2>
        <SourceLinks
          sql={`select speakerName, cueText, contentText, confidence from claims where articleId = '${articleId.replaceAll("'", "''")}' order by speakerName`}
          csv={`/api/claims?article=${id}&voice=any&format=csv`}
          json={`/api/claims?article=${id}&voice=any&limit=500`}
        />
      </header>
      {claims.length === 0 && <p class="muted">No claim was found in it.</p>}
      {groups.map(([key, list]) => (
        <details key={key} open={list.some((claim) => claim.id === chosen) || claims.length <= OPEN}>
          <summary>
            <bdi class={key ? '' : 'muted'}>{key === 'readers' ? 'In readers’ comments' : (list[0]!.speakerName ?? 'nobody named')}</bdi>
            <span class="muted" title={counted(list.length, 'claim')}>
              {list.length}
            </span>
          </summary>
          <ol>
            {list.map((claim) => (
              <li key={claim.id}>
                <button type="button" aria-current={claim.id === chosen ? 'true' : undefined} onClick={() => onChoose(claim.id)} dir="auto">
                  <VoiceDot voice={claim.voice === 'READER' ? 'READER' : claim.form === 'INDIRECT' ? 'REPORTED' : 'QUOTED'} />
                  <span>{once(claim.contentText)}</span>
                </button>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}

/** Nobody, and readers, come last. */
function rank(key: string): number {
  return key === 'readers' ? 2 : key === '' ? 1 : 0;
}
