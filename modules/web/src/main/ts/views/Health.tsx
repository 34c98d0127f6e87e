import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Health(_: ViewProps): JSX.Element {
  useTitle('Health');
  return <h1>Health</h1>;
}
