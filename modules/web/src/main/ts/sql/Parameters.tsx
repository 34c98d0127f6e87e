import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { QuestionParameter } from '../api/sqlTypes';
import { inFields } from './asked';
import { hasSuggestions, NameField } from './NameField';

interface Props {
  readonly parameters: readonly QuestionParameter[];
  readonly values: Readonly<Record<string, string>>;
  readonly examples: Readonly<Record<string, string>>;
  /** The one that the server refused, or that has to be given. */
  readonly wrong: string | null;
  readonly onChange: (values: Record<string, string>) => void;
}

/** A field for each parameter, with what it means. */
export function Parameters({ parameters, values, examples, wrong, onChange }: Props): JSX.Element | null {
  if (!parameters.length) return null;
  return (
    <div class="sql-parameters">
      {parameters.map((parameter) => (
        <Parameter
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? ''}
          example={examples[parameter.name] ?? ''}
          wrong={wrong === parameter.name}
          onChange={(value) => onChange({ ...values, [parameter.name]: value })}
        />
      ))}
    </div>
  );
}

interface OneProps {
  readonly parameter: QuestionParameter;
  readonly value: string;
  readonly example: string;
  readonly wrong: boolean;
  readonly onChange: (value: string) => void;
}

function Parameter({ parameter, value, example, wrong, onChange }: OneProps) {
  const id = useId();
  const doc = `${id}-doc`;
  const { name, kind, fallback, names } = parameter;
  const needed = kind === 'WORD' && (fallback ?? null) === null;
  const placeholder = fallback || (example && `such as “${example}”`);
  const field = { id, value, placeholder, describedBy: doc, invalid: wrong, onChange };
  return (
    <div class={`parameter ${wrong ? 'wrong' : ''}`}>
      {kind === 'FLAG' ? (
        <label class="flag" for={id}>
          <input
            id={id}
            type="checkbox"
            checked={value === 'true'}
            aria-describedby={doc}
            onChange={(event) => onChange(event.currentTarget.checked ? 'true' : '')}
          />
          {name.replaceAll('_', ' ')}
        </label>
      ) : (
        <label for={id}>
          {name.replaceAll('_', ' ')}
          {needed && <span class="needed"> has to be given</span>}
        </label>
      )}
      {kind === 'FLAG' ? null : hasSuggestions(names) ? (
        <NameField {...field} kinds={names} />
      ) : (
        <input
          id={id}
          class="field"
          value={value}
          placeholder={placeholder}
          aria-describedby={doc}
          aria-invalid={wrong || undefined}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      <small id={doc}>{inFields(parameter.doc)}</small>
    </div>
  );
}
