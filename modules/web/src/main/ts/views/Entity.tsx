import type { JSX } from 'preact';
import type { EntityWhole } from '../api/profileTypes';
import type { Claim, Rows } from '../api/types';
import { useApi } from '../api/useApi';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { TYPE } from '../article/words';
import { Names } from '../entity/Names';
import { signed } from '../entity/signed';
import { Tone } from '../entity/Tone';
import { BarList } from '../ui/BarList';
import { ClaimCard } from '../ui/ClaimCard';
import { Few } from '../ui/Few';
import { counted, whole as wholeNumber } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { Ask } from '../ui/States';
import { VoiceDot } from '../ui/Voices';
import { VOICE } from '../ui/words';

const NEWEST = 3;

/** One thing that is named: who says what of it, in which tone, and what it is called by whom. */
export default function Entity({ params: [id = ''] }: ViewProps): JSX.Element {
  const path = `/api/entities/${encodeURIComponent(id)}`;
  const answer = useApi<EntityWhole>(path);
  useTitle(answer.stale ? null : (answer.data?.entity.name ?? id));
  return (
    <Ask page answer={answer} what="Loading">
      {(whole) => <Profile whole={whole} path={path} />}
    </Ask>
  );
}

function Profile({ whole, path }: { whole: EntityWhole; path: string }) {
  const { entity } = whole;
  const id = encodeURIComponent(entity.id);
  const sqlId = `'${entity.id.replaceAll("'", "''")}'`;
  const mentions = whole.outlets.reduce((n, outlet) => n + outlet.mentions, 0);
  const articles = whole.outlets.reduce((n, outlet) => n + outlet.articles, 0);
  return (
    <div class="profile">
      <p class="kind muted">{entity.type ? (TYPE[entity.type] ?? entity.type.toLowerCase()) : 'entity'}</p>
      <h1>
        <bdi>{entity.name}</bdi>
      </h1>
      {entity.aliases && entity.aliases.length > 0 && (
        <p class="muted aliases" dir="auto">
          also {entity.aliases.slice(0, 8).join(', ')}
        </p>
      )}
      <ul class="go-on">
        <li>
          {counted(mentions, 'mention')} in {counted(articles, 'article')} of {counted(whole.outlets.length, 'outlet')}
        </li>
        <li>
          <a href={`/search?entity=${id}`}>claims about it</a>
        </li>
        <li>
          <a href={`/search?speaker=${id}`}>what it says itself</a>
        </li>
        <li>
          <a href={`/live?entity=${id}`}>live</a>
        </li>
        <li>
          <a href={`/feeds/claims.atom?entity=${id}`} target="_blank" rel="noopener">
            feed
          </a>
        </li>
      </ul>
      <Panel
        title="How outlets speak of it in their own voice"
        numbers={`tone by ${whole.toneBy}, −1 to +1`}
        sql={`select a.outletName, date_trunc('day', coalesce(a.publishedAt, a.recordedAt)) as at, avg(m.tone) as tone, count(*) as mentions from mentions m join articles a on a.id = m.articleId where m.entityId = ${sqlId} and m.voice = 'OUTLET' and m.tone is not null group by all order by 1, 2`}
        csv={`/api/mentions?entity=${id}&voice=OUTLET&format=csv`}
        json={path}
      >
        <Tone entityId={entity.id} tone={whole.tone} by={whole.toneBy} />
      </Panel>
      <div class="pair">
        <Panel
          title="Who speaks of it"
          numbers="claims about it"
          rows={whole.saidOf.map(({ speakerKey, speakerName, claims }) => ({ speakerKey, speakerName, claims }))}
          sql={`select c.speakerName, count(*) as claims from claims c join claim_entities e on e.claimId = c.id where e.entityId = ${sqlId} and c.voice = 'OUTLET' group by all order by claims desc`}
        >
          <BarList
            rows={whole.saidOf.map((speaker) => ({
              key: speaker.speakerKey,
              label: speaker.speakerName ?? speaker.speakerKey,
              href: `/search?entity=${id}&speaker=${encodeURIComponent(speaker.speakerKey)}`,
              value: speaker.claims,
            }))}
            none="Nobody was found to speak of it."
            first={10}
          />
        </Panel>
        <Panel
          title="What it is called, and by whom"
          sql={`select variant, label, voice, sum(count) as n from framing_naming where entityId = ${sqlId} group by all order by n desc`}
          rows={whole.naming.map(({ text, label, outletId, outletName, voice, count }) => ({ text, label, outletId, outletName, voice, count }))}
        >
          <Names naming={whole.naming} />
        </Panel>
      </div>
      <div class="pair">
        <Panel title="In which voice" rows={whole.voices.map(({ voice, mentions, tone, toned }) => ({ voice, mentions, tone, toned }))} sql={`select voice, count(*) as mentions, avg(tone) as tone from mentions where entityId = ${sqlId} group by all order by mentions desc`}>
          <Voices voices={whole.voices} />
        </Panel>
        <Panel
          title="In which outlets"
          rows={whole.outlets.map(({ outletId, outletName, mentions, articles, tone }) => ({ outletId, outletName, mentions, articles, tone }))}
          sql={`select a.outletName, count(*) as mentions, count(distinct a.id) as articles from mentions m join articles a on a.id = m.articleId where m.entityId = ${sqlId} group by all order by mentions desc`}
        >
          <BarList
            rows={whole.outlets.map((outlet) => ({
              key: outlet.outletId,
              label: outlet.outletName ?? outlet.outletId,
              href: `/outlet/${encodeURIComponent(outlet.outletId)}`,
              value: outlet.mentions,
              note: counted(outlet.articles, 'article'),
            }))}
            none="No outlet has named it."
          />
        </Panel>
      </div>
      <Newest id={id} />
    </div>
  );
}

function Voices({ voices }: { voices: EntityWhole['voices'] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Voice</th>
          <th scope="col" class="n">
            Mentions
          </th>
          <th scope="col" class="n">
            Tone
          </th>
        </tr>
      </thead>
      <tbody>
        {voices.map((voice) => (
          <tr key={voice.voice}>
            <td>
              <VoiceDot voice={voice.voice} /> {VOICE[voice.voice]}
            </td>
            <td class="n">{wholeNumber(voice.mentions)}</td>
            <td class="n">
              {typeof voice.tone === 'number' ? (
                <>
                  {signed(voice.tone)} <Few n={voice.toned ?? 0} of="mention" />
                </>
              ) : (
                <span class="muted">not read</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was said of it last, each with its chain. */
function Newest({ id }: { id: string }) {
  const path = `/api/claims?entity=${id}&limit=${NEWEST}`;
  const answer = useApi<Rows<Claim>>(path);
  if (answer.data && !answer.data.rows.length) return null;
  return (
    <section class="newest">
      <h2>Said of it last</h2>
      <Ask answer={answer}>{({ rows }) => rows.map((claim) => <ClaimCard key={claim.id} claim={claim} />)}</Ask>
      <p>
        <a href={`/search?entity=${id}`}>All claims about it</a>
      </p>
    </section>
  );
}
