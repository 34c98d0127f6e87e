import type { ComponentChildren, JSX } from 'preact';
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
import { entityHref, outletHref } from '../ui/links';
import { counted, whole as wholeNumber } from '../ui/numbers';
import { Panel, SourceLinks } from '../ui/Panel';
import { rowsOf } from '../ui/rows';
import { Ask } from '../ui/States';
import { VoiceDot } from '../ui/Voices';
import { nameOfId, VOICE } from '../ui/words';

const NEWEST = 3;

/** How a thing, and how somebody, is spoken of. */
const IT = { it: 'it', speaks: 'it speaks', said: 'it said', says: 'it says', own: 'its' } as const;
const THEM = { it: 'them', speaks: 'they speak', said: 'they said', says: 'they say', own: 'their' } as const;

function wordsFor({ type }: EntityWhole['entity']): typeof IT | typeof THEM {
  return type === 'PERSON' ? THEM : IT;
}

/** One thing or person that is named, or speaks: who says what of it, in which tone, what it is called, what it says. */
export default function Entity({ params: [id = ''] }: ViewProps): JSX.Element {
  const path = `/api/entities/${encodeURIComponent(id)}`;
  const answer = useApi<EntityWhole>(path);
  useTitle(answer.stale ? null : (answer.data?.entity.name ?? nameOfId(id)));
  return (
    <Ask page answer={answer} what="Loading">
      {(whole) => <Profile whole={whole} path={path} />}
    </Ask>
  );
}

interface PartProps {
  readonly whole: EntityWhole;
  /** Its id as a part of an address. */
  readonly id: string;
}

function Profile({ whole, path }: { whole: EntityWhole; path: string }) {
  const { entity, says } = whole;
  const { it, said, own } = wordsFor(entity);
  const id = encodeURIComponent(entity.id);
  const mentions = whole.outlets.reduce((n, outlet) => n + outlet.mentions, 0);
  const articles = whole.outlets.reduce((n, outlet) => n + outlet.articles, 0);
  const byReaders = whole.voices.find(({ voice }) => voice === 'READER')?.mentions ?? 0;
  const speaking = says.claims > 0 && <Speaking whole={whole} id={id} />;
  return (
    <div class="profile">
      <p class="kind muted">
        {entity.type ? (TYPE[entity.type] ?? entity.type.toLowerCase()) : 'entity'}
        {!entity.catalogued && ' · not in the catalogue: known by this name alone'}
      </p>
      <h1>
        <bdi>{entity.name ?? nameOfId(entity.id)}</bdi>
      </h1>
      {entity.aliases && entity.aliases.length > 0 && (
        <p class="muted aliases" dir="auto">
          also {entity.aliases.slice(0, 8).join(', ')}
        </p>
      )}
      <ul class="go-on">
        <li>
          {counted(mentions, 'mention')} in {counted(articles, 'article')} of {counted(whole.outlets.length, 'outlet')}
          {byReaders > 0 && `, ${wholeNumber(byReaders)} more by readers`}
        </li>
        <li>
          <a href={`/search?entity=${id}`}>claims about {it}</a>
        </li>
        <li>
          <a href={`/search?speaker=${id}`}>{says.claims > 0 ? `${counted(says.claims, 'claim')} of ${own} own` : 'what it says itself'}</a>
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
      {!entity.catalogued && speaking}
      <Panel
        title={`How outlets speak of ${it} in their own voice`}
        numbers={`tone by ${whole.toneBy}, −1 to +1`}
        sql={whole.statements.tone}
        rows={rowsOf(['outletId', 'outletName', 'at', 'tone', 'mentions'], whole.tone)}
        json={path}
      >
        <Tone entityId={entity.id} tone={whole.tone} by={whole.toneBy} />
      </Panel>
      <div class="pair">
        <SpeakOfIt whole={whole} id={id} />
        <Panel
          title={entity.type === 'PERSON' ? 'What they are called, and by whom' : 'What it is called, and by whom'}
          sql={whole.statements.naming}
          rows={rowsOf(['text', 'outletId', 'outletName', 'voice', 'count'], whole.naming)}
        >
          <Names naming={whole.naming} />
        </Panel>
      </div>
      <div class="pair">
        <Panel
          title="In which voice"
          rows={rowsOf(['voice', 'mentions', 'tone', 'toned'], whole.voices)}
          sql={whole.statements.voices}
        >
          <Voices voices={whole.voices} />
        </Panel>
        <Panel
          title="In which outlets"
          rows={rowsOf(['outletId', 'outletName', 'mentions', 'articles', 'tone'], whole.outlets)}
          sql={whole.statements.outlets}
        >
          <BarList
            rows={whole.outlets.map((outlet) => ({
              key: outlet.outletId,
              label: outlet.outletName ?? outlet.outletId,
              href: outletHref(outlet.outletId),
              value: outlet.mentions,
              note: counted(outlet.articles, 'article'),
            }))}
            none="No outlet has named it."
          />
        </Panel>
      </div>
      {entity.catalogued && speaking}
      <Newest title={`Said of ${it} last`} filter={`entity=${id}`} all={`All claims about ${it}`} />
      <Newest title={`Said by ${it} last`} filter={`speaker=${id}`} all={`All that ${said}`} />
    </div>
  );
}

/** Who says something of it, each with what they say. */
function SpeakOfIt({ whole, id }: PartProps) {
  const { it } = wordsFor(whole.entity);
  return (
    <Panel
      title={`Who speaks of ${it}`}
      numbers={`claims about ${it}`}
      rows={rowsOf(['speakerKey', 'speakerName', 'claims'], whole.saidOf)}
      sql={whole.statements.saidOf}
    >
      <BarList
        rows={whole.saidOf.map((speaker) => ({
          key: speaker.speakerKey,
          label: speaker.speakerName ?? nameOfId(speaker.speakerKey),
          href: entityHref(speaker.speakerKey),
          value: speaker.claims,
          note: <Claims query={`entity=${id}&speaker=${encodeURIComponent(speaker.speakerKey)}`}>what they say</Claims>,
        }))}
        none={`Nobody was found to speak of ${it}.`}
        first={10}
      />
    </Panel>
  );
}

function Claims({ query, children }: { query: string; children: ComponentChildren }) {
  return <a href={`/search?${query}`}>{children}</a>;
}

/** What it says itself: where, and through whom. */
function Speaking({ whole: { entity, says, saysIn, saysThrough, statements }, id }: PartProps) {
  const { it, speaks, says: say } = wordsFor(entity);
  return (
    <div class="pair">
      <Panel
        title={`Where ${speaks}`}
        numbers={`${counted(says.claims, 'claim')} in ${counted(says.articles, 'article')} of ${counted(says.outlets, 'outlet')}`}
        rows={rowsOf(['outletId', 'outletName', 'claims'], saysIn)}
        sql={statements.saysIn}
      >
        <BarList
          rows={saysIn.map((outlet) => ({
            key: outlet.outletId,
            label: outlet.outletName ?? nameOfId(outlet.outletId),
            href: outletHref(outlet.outletId),
            value: outlet.claims,
            note: <Claims query={`speaker=${id}&outlet=${encodeURIComponent(outlet.outletId)}`}>what {say} there</Claims>,
          }))}
          none="In no outlet whose name is known."
        />
      </Panel>
      <Panel
        title="Through whom"
        numbers={`who passes on what ${entity.name ?? it} says`}
        rows={rowsOf(['key', 'name', 'claims'], saysThrough)}
        sql={statements.saysThrough}
      >
        <BarList
          rows={saysThrough.map((relay) => ({
            key: relay.key,
            label: relay.name ?? nameOfId(relay.key),
            href: `/search?speaker=${id}&relay=${encodeURIComponent(relay.key)}`,
            value: relay.claims,
          }))}
          none="Through nobody: it is said to the page, as far as that says."
        />
      </Panel>
    </div>
  );
}

function Voices({ voices }: { voices: EntityWhole['voices'] }) {
  if (!voices.length) return <p class="muted">It is not named anywhere.</p>;
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

/** The newest claims of a filter, each with its chain. */
function Newest({ title, filter, all }: { title: string; filter: string; all: string }) {
  const answer = useApi<Rows<Claim>>(`/api/claims?${filter}&limit=${NEWEST}`);
  if (answer.data && !answer.data.rows.length) return null;
  return (
    <section class="newest">
      <header>
        <h2>{title}</h2>
        <SourceLinks
          sql={answer.data?.sql}
          csv={`/api/claims?${filter}&format=csv`}
          json={`/api/claims?${filter}&limit=500`}
          feed={`/feeds/claims.atom?${filter}`}
        />
      </header>
      <Ask answer={answer}>{({ rows }) => rows.map((claim) => <ClaimCard key={claim.id} claim={claim} />)}</Ask>
      <p>
        <a href={`/search?${filter}`}>{all}</a>
      </p>
    </section>
  );
}
