import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Live(_: ViewProps): JSX.Element {
  useTitle('Live');
  return <h1>Live</h1>;
}
