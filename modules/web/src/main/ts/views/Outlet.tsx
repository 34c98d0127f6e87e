import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Outlet(_: ViewProps): JSX.Element {
  useTitle('Outlet');
  return <h1>Outlet</h1>;
}
