import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Search(_: ViewProps): JSX.Element {
  useTitle('Search');
  return <h1>Search</h1>;
}
