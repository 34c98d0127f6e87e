import type { JSX } from 'preact';
import { goQuery } from '../app/router';
import { nameOfId } from '../ui/words';
import { DIRECTION, KIND } from './words';

/** The filters of the list of copies, as the address has them. */
export const LIST_KEYS = ['article', 'cluster', 'outlet', 'origin', 'kind', 'direction', 'from', 'to'] as const;

interface Props {
  readonly query: URLSearchParams;
  /** What a value of article, cluster, outlet or origin is called, where that is known. */
  readonly nameOf: (key: string, value: string) => string | null;
}

export function CopyFilter({ query, nameOf }: Props): JSX.Element {
  const set = (key: string, value: string) => {
    const next = new URLSearchParams(query);
    if (value) next.set(key, value);
    else next.delete(key);
    goQuery(next);
  };
  const chips = (['article', 'cluster', 'outlet', 'origin'] as const).filter((key) => query.get(key));
  return (
    <div class="copy-filter filters">
      {chips.map((key) => (
        <button key={key} type="button" class="tag strong" onClick={() => set(key, '')} title="Without this filter">
          {BEFORE[key]} <bdi>{nameOf(key, query.get(key)!) ?? (key === 'outlet' || key === 'origin' ? nameOfId(query.get(key)!) : 'this one')}</bdi> ×
        </button>
      ))}
      <Choice name="What" value={query.get('kind') ?? ''} values={KIND} any="any amount" onChange={(value) => set('kind', value)} />
      <Choice name="Shown by" value={query.get('direction') ?? ''} values={DIRECTION} any="anything" onChange={(value) => set('direction', value)} />
    </div>
  );
}

const BEFORE = { article: 'around', cluster: 'that have the claim', outlet: 'by', origin: 'from' } as const;

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly values: Readonly<Record<string, string>>;
  readonly any: string;
  readonly onChange: (value: string) => void;
}

function Choice({ name, value, values, any, onChange }: ChoiceProps) {
  return (
    <label>
      <span>{name}</span>
      <select class="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{any}</option>
        {Object.entries(values).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
