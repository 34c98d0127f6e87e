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
import { BarList } from '../ui/BarList';
import { entityHref, outletHref } from '../ui/links';
import { counted, percent, score, whole as wholeNumber } from '../ui/numbers';
import { Panel, Part } from '../ui/Panel';
import { rowsOf } from '../ui/rows';
import { Ask } from '../ui/States';
import { SPEAKER_KIND, STANCE } from '../ui/words';
import { what } from './Outlets';

/** Of so many the API tells at most. */
const MOST_SPEAKERS = 20;

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

function Profile({ whole: { outlet, profiles, whole, median, outlets, leastArticles, statements }, path }: { whole: OutletWhole; path: string }) {
  const id = encodeURIComponent(outlet.id);
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
        sql={statements.profiles}
        rows={rowsOf(['windowStart', 'windowEnd', 'complete', 'articles', 'republished', 'loadedPerThousand', 'bias'], profiles)}
        json={path}
      >
        <OverTime profiles={profiles} />
        <Part title="Its own" sql={statements.own} rows={rowsOf(['id', 'title', 'datedAt', 'publishedAt', 'publishedPrecision'], whole.own ?? [])}>
          <OwnArticles articles={whole.own ?? []} of={own} />
        </Part>
        <Part title="Taken over from" sql={statements.origins} rows={rowsOf(['outletId', 'name', 'count'], whole.origins)}>
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
        </Part>
      </Panel>
      <div class="pair">
        <div>
          <Panel
            title="Who gets to speak"
            numbers={`claims in all that it published${whole.speakers.length >= MOST_SPEAKERS ? `; the ${MOST_SPEAKERS} who have most` : ''}`}
            rows={rowsOf(['key', 'name', 'kind', 'claims', 'direct', 'mixed'], whole.speakers)}
            sql={statements.speakers}
          >
            <BarList
              rows={whole.speakers.map((speaker) => ({
                key: speaker.key ?? speaker.name,
                label: speaker.name,
                href: speaker.key ? entityHref(speaker.key) : null,
                value: speaker.claims,
                parts: [
                  ['quoted-bar', speaker.direct],
                  ['mixed-bar', speaker.mixed],
                  ['reported-bar', speaker.claims - speaker.direct - speaker.mixed],
                ],
                note: speaker.key && <a href={claims(`&speaker=${encodeURIComponent(speaker.key)}`)}>what they say</a>,
              }))}
              none="Nobody speaks in what it published."
            />
            {whole.speakers.length > 0 && <Forms />}
            <Part
              title="How they are called"
              numbers={counted(whole.claims, 'claim')}
              rows={rowsOf(['kind', 'claims'], whole.speakerKinds)}
              sql={statements.speakerKinds}
            >
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
            </Part>
          </Panel>
          <Panel
            title="Words that stand out in its own voice"
            numbers={whole.words ? `in ${counted(whole.words, 'word')} of its own` : undefined}
            rows={rowsOf(['text', 'category', 'count'], whole.terms)}
            sql={statements.terms}
          >
            <Terms terms={whole.terms} />
          </Panel>
        </div>
        <div>
          <Panel
            title="Whom it relays"
            numbers="claims that it has through somebody"
            rows={rowsOf(['key', 'name', 'count'], whole.relays)}
            sql={statements.relays}
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
            <Part title="Of what it writes" numbers="mentions in its own articles" sql={statements.spokenOf} rows={rowsOf(['entityId', 'name', 'mentions'], whole.spokenOf)}>
              <BarList
                rows={whole.spokenOf.map((thing) => ({ key: thing.entityId, label: thing.name, href: entityHref(thing.entityId), value: thing.mentions }))}
                none="Nothing in the catalogue is named in it."
              />
            </Part>
          </Panel>
          <Panel
            title="Verbs by which it passes on"
            numbers={<VerbSum verbs={whole.verbs} />}
            rows={rowsOf(['verb', 'stance', 'count'], whole.verbs)}
            sql={statements.verbs}
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
    </div>
  );
}

/** Which part of a bar is whose words. */
function Forms() {
  return (
    <ul class="legend">
      <li>
        <i class="dot quoted-bar" aria-hidden="true" /> quoted word by word
      </li>
      <li>
        <i class="dot mixed-bar" aria-hidden="true" /> in part
      </li>
      <li>
        <i class="dot reported-bar" aria-hidden="true" /> reported
      </li>
    </ul>
  );
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
