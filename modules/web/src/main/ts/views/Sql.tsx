import type { JSX } from 'preact';
import { useQuery } from '../app/router';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { Empty } from '../ui/States';

/** The statement behind a panel. It is run from the command line: this page does not run any yet. */
export default function Sql(_: ViewProps): JSX.Element {
  useTitle('SQL');
  const sql = useQuery().get('sql');
  return (
    <div>
      <h1>SQL</h1>
      {sql ? (
        <>
          <p>
            This is what the panel asked. To change it and run it: <code>bin/hearsay query --store FILE --file question.sql</code>,
            or with <code>--pages FOLDER</code>.
          </p>
          <pre tabIndex={0}>{sql}</pre>
        </>
      ) : (
        <Empty title="No statement">Each panel’s SQL link shows its statement here.</Empty>
      )}
    </div>
  );
}
