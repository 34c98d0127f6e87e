import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Copy(_: ViewProps): JSX.Element {
  useTitle('Copy');
  return <h1>Copy</h1>;
}
