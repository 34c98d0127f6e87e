import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type Filter, type FilterKey, isEmpty, setFilter, toggle, withFilter } from '../api/filter';
import type { Facets as Answer, FacetValue } from '../api/types';
import { useApi, type Answer as Asked } from '../api/useApi';
import { whole } from '../ui/numbers';
import { Failed, isRefused } from '../ui/States';
import { FACET, nameOfId, VALUES } from '../ui/words';
import { chipsOf } from './Chips';
import { SureAtLeast } from './SureAtLeast';

export const MAIN: readonly FilterKey[] = ['speaker', 'relay', 'outlet', 'entity', 'cueKind'];
export const MORE: readonly FilterKey[] = ['form', 'cueMode', 'stance', 'speakerKind'];

/** How many values of a facet are shown at first, and how many are fetched when the rest is asked for. */
const FIRST = 5;
const ALL = 100;

/** So many come at first: there may be more. */
const CUT = 12;

interface Props {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly answer: Asked<Answer>;
  /** What stands below them. */
  readonly children?: ComponentChildren;
}

/** The address of the facets for a filter. */
export function facetsPath(filter: Filter): string {
  return withFilter('/api/claims/facets', filter, { facets: [...MAIN, ...MORE].join(',') });
}

/** What the claims could be cut to, with how many each would leave. On a narrow screen it folds into one button. */
export function Facets({ filter, onChange, answer, children }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const [more, setMore] = useState(() => MORE.some((key) => filter[key]));
  const chosen = chipsOf(filter, null).length;
  return (
    <aside class={`filters ${open ? 'open' : ''}`} aria-label="Filters">
      <button type="button" class="button fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        Filters{chosen > 0 && ` (${chosen})`}
      </button>
      <div class={`facets ${answer.stale ? 'stale' : ''}`}>
        {answer.problem && !answer.data && !isRefused(answer.problem) && <Failed problem={answer.problem} retry={answer.reload} />}
        {MAIN.map((key) => (
          <Facet key={key} name={key} filter={filter} onChange={onChange} values={answer.data?.facets[key]} />
        ))}
        <SureAtLeast filter={filter} onChange={onChange} />
        <Where filter={filter} onChange={onChange} />
        {more && MORE.map((key) => <Facet key={key} name={key} filter={filter} onChange={onChange} values={answer.data?.facets[key]} />)}
        <p class="ends">
          {!more && (
            <button type="button" class="link" onClick={() => setMore(true)}>
              More filters
            </button>
          )}
          {!isEmpty(filter) && (
            <button type="button" class="link" onClick={() => onChange({})}>
              Take all away
            </button>
          )}
        </p>
        {children}
      </div>
    </aside>
  );
}

interface FacetProps {
  readonly name: FilterKey;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly values: readonly FacetValue[] | undefined;
}

function Facet({ name, filter, onChange, values = [] }: FacetProps) {
  const [all, setAll] = useState(false);
  const everything = useApi<Answer>(all ? withFilter('/api/claims/facets', filter, { facets: name, facetLimit: ALL }) : null);
  const known = everything.data?.facets[name] ?? values;
  const chosen = known.filter((value) => filter[name]?.includes(value.value));
  const shown = all ? known : [...new Set([...chosen, ...known.slice(0, FIRST)])].sort((a, b) => known.indexOf(a) - known.indexOf(b));
  if (!known.length) return null;
  return (
    <section class="facet" aria-label={FACET[name]}>
      <h2>{FACET[name]}</h2>
      <ul class={all ? 'long' : ''}>
        {shown.map((value) => (
          <Value key={value.value} name={name} value={value} on={filter[name]?.includes(value.value) ?? false} onPress={() => onChange(toggle(filter, name, value.value))} />
        ))}
      </ul>
      {!all && known.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {whole(known.length - shown.length)}{known.length >= CUT && '+'} more
        </button>
      )}
    </section>
  );
}

function Value({ name, value, on, onPress }: { name: FilterKey; value: FacetValue; on: boolean; onPress: () => void }) {
  return (
    <li>
      <button type="button" class={`value ${on ? 'on' : ''}`} aria-pressed={on} onClick={onPress}>
        <bdi class="name">{valueName(name, value.value, value.name)}</bdi>
        {on && (
          <span class="off" aria-hidden="true">
            ×
          </span>
        )}
        <span class="count">{whole(value.count)}</span>
      </button>
    </li>
  );
}

/** A value of a filter as people call it. */
export function valueName(key: FilterKey, value: string, name?: string | null): string {
  return VALUES[key]?.[value] ?? (name || nameOfId(value));
}

const WHERE = [
  ['OUTLET', 'articles'],
  ['READER', 'comments'],
  ['any', 'both'],
] as const;

/** Articles, readers' comments, or both: readers' words are never mixed in unless they are asked for. */
function Where({ filter, onChange }: Pick<Props, 'filter' | 'onChange'>) {
  const now = filter.voice?.[0] ?? 'OUTLET';
  return (
    <section class="facet">
      <h2 id="where">{FACET.voice}</h2>
      <div class="choice" role="radiogroup" aria-labelledby="where">
        {WHERE.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="voice"
              value={value}
              checked={now === value}
              onChange={() => onChange(setFilter(filter, 'voice', value === 'OUTLET' ? [] : [value]))}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </section>
  );
}
