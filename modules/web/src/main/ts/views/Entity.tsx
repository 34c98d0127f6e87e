import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Entity(_: ViewProps): JSX.Element {
  useTitle('Entity');
  return <h1>Entity</h1>;
}
