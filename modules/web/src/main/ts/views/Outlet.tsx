import type { JSX } from 'preact';
import type { OutletWhole } from '../api/profileTypes';
import type { SpeakerKind, Stance } from '../api/types';
import { useApi } from '../api/useApi';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { Against, isCompared } from '../outlet/Against';
import { OverTime } from '../outlet/OverTime';
import { OwnArticles } from '../outlet/OwnArticles';
import { Terms } from '../outlet/Terms';
import { BarList, type BarRow } from '../ui/BarList';
import { entityHref, outletHref } from '../ui/links';
import { counted, percent, score, whole as wholeNumber } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { rowsOf } from '../ui/rows';
import { Ask } from '../ui/States';
import { SPEAKER_KIND, STANCE } from '../ui/words';
import { what } from './Outlets';

/** One outlet: what is its own, whom it relays, who speaks in it, and with which words, against the others. */
export default function Outlet({ params: [id = ''] }: ViewProps): JSX.Element {
  const path = `/api/outlets/${encodeURIComponent(id)}`;
  const answer = useApi<OutletWhole>(path);
  useTitle(answer.stale ? null : (answer.data?.outlet.name ?? id));
  return (
    <Ask page answer={answer} what="Loading the outlet">
      {(whole) => <Profile whole={whole} path={path} />}
    </Ask>
  );
}

function Profile({ whole: { outlet, profiles, whole, median, outlets, leastArticles }, path }: { whole: OutletWhole; path: string }) {
  const id = encodeURIComponent(outlet.id);
  const sqlId = `'${outlet.id.replaceAll("'", "''")}'`;
  const own = whole.articles - whole.republished;
  const others = { outlets, leastArticles };
  const described = what(outlet);
  const anonymous = whole.anonymousShare ?? whole.speakerKinds.find((kind) => kind.kind === 'ANONYMOUS')?.share ?? (whole.claims ? 0 : null);
  const claims = (more: string) => `/search?outlet=${id}${more}`;
  return (
    <div class="profile">
      <p class="kind muted">Outlet{described && ` · ${described}`}</p>
      <h1>
        <bdi>{outlet.name ?? outlet.id}</bdi>
      </h1>
      <ul class="go-on">
        <li>
          <a href={claims('')}>{counted(whole.claims, 'claim')}</a>
        </li>
        <li>
          <a href={`/live?outlet=${id}`}>live</a>
        </li>
        <li>
          <a href={`/copies?outlet=${id}`}>copies</a>
        </li>
        <li>
          <a href={`/feeds/claims.atom?outlet=${id}`} target="_blank" rel="noopener">
            feed
          </a>
        </li>
      </ul>
      <ul class="figures">
        <Against title="Taken over from others" value={whole.republishedShare} median={median.republishedShare} of={others} format={percent} end={1} rests={[whole.articles, 'article']} />
        <Against title="Loaded words per 1,000 of its own" value={whole.loadedPerThousand} median={median.loadedPerThousand} of={others} format={(n) => n.toFixed(1)} rests={[own, 'article']} />
        <Against title="Slant of its own words" value={whole.bias} median={median.bias} of={others} format={score} end={1} rests={[own, 'article']} />
        <Against title="Claims of somebody not named" value={anonymous} median={median.anonymousShare} of={others} format={percent} end={1} rests={[whole.claims, 'claim']} />
      </ul>
      <Panel
        title="Its own, and what it took over"
        numbers={`${wholeNumber(own)} of ${counted(whole.articles, 'article')} its own`}
        sql={`select windowStart, windowEnd, complete, articles, republished, loadedPerThousand, bias from outlet_profiles where outletId = ${sqlId} order by windowStart`}
        csv={`/api/articles?outlet=${id}&format=csv`}
        json={path}
      >
        <OverTime profiles={profiles} />
        <h3>Its own</h3>
        <OwnArticles articles={whole.own ?? []} of={own} />
        <h3>Taken over from</h3>
        <BarList
          rows={whole.origins.map((origin) => ({
            key: origin.outletId ?? origin.key ?? origin.name,
            label: origin.name,
            href: (origin.outletId ?? origin.key) ? outletHref((origin.outletId ?? origin.key)!) : null,
            value: origin.count,
            ...(typeof origin.share === 'number' ? { note: percent(origin.share) } : {}),
          }))}
          none="Nothing was found that it took over."
        />
      </Panel>
      <div class="pair">
        <Panel
          title="Who gets to speak"
          numbers="words, quoted and reported"
          rows={rowsOf(['key', 'name', 'kind', 'claims', 'share'], whole.speakers)}
          sql={`select speakerName, speakerKind, count(*) as claims from claims where outletId = ${sqlId} and voice = 'OUTLET' group by all order by claims desc`}
        >
          <BarList
            rows={bySize(whole.speakers.map((speaker) => ({
              key: speaker.key ?? speaker.name,
              label: speaker.name,
              href: speaker.key ? entityHref(speaker.key) : null,
              value: (speaker.wordsQuoted ?? 0) + (speaker.wordsReported ?? 0) || speaker.claims,
              parts: [
                ['quoted-bar', speaker.wordsQuoted ?? 0],
                ['reported-bar', speaker.wordsReported ?? (speaker.wordsQuoted ? 0 : speaker.claims)],
              ],
              note: speaker.key ? <a href={claims(`&speaker=${encodeURIComponent(speaker.key)}`)}>{counted(speaker.claims, 'claim')}</a> : counted(speaker.claims, 'claim'),
            })))}
            none="Nobody speaks in what it has of its own."
          />
          <h3>How they are called</h3>
          <BarList
            rows={whole.speakerKinds.map((kind) => ({
              key: kind.kind,
              label: SPEAKER_KIND[kind.kind as SpeakerKind] ?? kind.kind.toLowerCase(),
              href: claims(`&speakerKind=${encodeURIComponent(kind.kind)}`),
              value: kind.claims,
              ...(typeof kind.share === 'number' ? { note: percent(kind.share) } : {}),
            }))}
            none="No claims."
          />
          {typeof whole.directShare === 'number' && (
            <p class="muted aside-figure">
              {percent(whole.directShare)} in their own words, all in quotation marks
              {typeof median.directShare === 'number' && isCompared(others) && `; median ${percent(median.directShare)}`}
            </p>
          )}
        </Panel>
        <Panel
          title="Whom it relays"
          numbers="claims that it has through somebody"
          rows={rowsOf(['key', 'name', 'count', 'share'], whole.relays)}
          sql={`select l.name, count(*) as claims from chain_links l join claims c on c.id = l.claimId where c.outletId = ${sqlId} and c.voice = 'OUTLET' and l.role = 'RELAY' group by all order by claims desc`}
        >
          <BarList
            rows={whole.relays.map((relay) => {
              const key = relay.key ?? relay.outletId;
              return {
                key: key ?? relay.name,
                label: relay.name,
                href: key ? claims(`&relay=${encodeURIComponent(key)}`) : null,
                value: relay.count,
                ...(typeof relay.share === 'number' ? { note: percent(relay.share) } : {}),
              };
            })}
            none="It has all its claims from those who spoke, as far as it says."
          />
          <h3>Of what it writes</h3>
          <BarList
            rows={whole.spokenOf.map((thing) => ({ key: thing.entityId, label: thing.name, href: entityHref(thing.entityId), value: thing.mentions }))}
            none="Nothing in the catalogue is named in it."
          />
        </Panel>
      </div>
      <div class="pair">
        <Panel
          title="Words that stand out in its own voice"
          numbers={whole.words ? `in ${counted(whole.words, 'word')} of its own` : undefined}
          rows={rowsOf(['text', 'category', 'count'], whole.terms)}
          sql={`select t.text, t.category, count(*) as n from framing_terms t join articles a on a.id = t.articleId where a.outletId = ${sqlId} and t.voice = 'OUTLET' and t.comment is null group by all order by n desc`}
        >
          <Terms terms={whole.terms} />
        </Panel>
        <Panel
          title="Verbs by which it passes on"
          numbers={<VerbSum verbs={whole.verbs} />}
          rows={rowsOf(['verb', 'stance', 'count'], whole.verbs)}
          sql={`select cueLemma, stance, count(*) as n from claims where outletId = ${sqlId} and voice = 'OUTLET' and cueLemma is not null group by all order by n desc`}
        >
          <BarList
            rows={whole.verbs.map((verb) => {
              const slants = verb.stance && verb.stance !== 'NEUTRAL';
              return {
                key: verb.verb + verb.stance,
                label: slants ? <span class="load">{verb.verb}</span> : verb.verb,
                value: verb.count,
                parts: [[slants ? 'loaded-bar' : 'plain', verb.count]],
                ...(slants ? { note: stance(verb.stance!) } : {}),
              };
            })}
            none="No verb attributes anything in it."
            first={12}
          />
        </Panel>
      </div>
    </div>
  );
}

/** Who has most to say first: the API gives those with most claims first. */
function bySize(rows: readonly BarRow[]): BarRow[] {
  return [...rows].sort((a, b) => b.value - a.value);
}

function stance(of: Stance): string {
  return STANCE[of].split(':')[0]!;
}

/** Which part of them is neutral. */
function VerbSum({ verbs }: { verbs: OutletWhole['whole']['verbs'] }) {
  const all = verbs.reduce((n, verb) => n + verb.count, 0);
  if (!all) return null;
  const neutral = verbs.reduce((n, verb) => n + (!verb.stance || verb.stance === 'NEUTRAL' ? verb.count : 0), 0);
  return <>{percent(neutral / all)} neutral</>;
}
