import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Entities(_: ViewProps): JSX.Element {
  useTitle('Entities');
  return <h1>Entities</h1>;
}
