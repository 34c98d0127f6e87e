import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function ClaimAcross(_: ViewProps): JSX.Element {
  useTitle('Claim');
  return <h1>Claim</h1>;
}
