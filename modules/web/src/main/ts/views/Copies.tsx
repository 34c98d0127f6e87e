import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Copies(_: ViewProps): JSX.Element {
  useTitle('Copies');
  return <h1>Copies</h1>;
}
