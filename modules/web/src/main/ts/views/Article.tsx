import type { JSX } from 'preact';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';

export default function Article(_: ViewProps): JSX.Element {
  useTitle('Article');
  return <h1>Article</h1>;
}
