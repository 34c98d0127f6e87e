import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Sql(_: ViewProps): JSX.Element {
  useTitle('SQL');
  return <h1>SQL</h1>;
}
