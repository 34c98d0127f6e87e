import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Outlets(_: ViewProps): JSX.Element {
  useTitle('Outlets');
  return <h1>Outlets</h1>;
}
