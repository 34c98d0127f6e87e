import type { JSX } from 'preact';
import type { Health as HealthAnswer } from '../api/healthTypes';
import { useTitle } from '../app/title';
import type { ViewProps } from '../app/views';
import { DeadLetters } from '../health/DeadLetters';
import { PartialResults } from '../health/PartialResults';
import { Rates } from '../health/Rates';
import { Stages } from '../health/Stages';
import { Told } from '../health/Told';
import { useRefreshed } from '../health/useRefreshed';
import { Figure } from '../ui/Figure';
import { counted, whole } from '../ui/numbers';
import { Loading } from '../ui/States';

const EVERY_S = 5;

/** How the stages and the store are, what comes in, and what could not be read. */
export default function Health(_: ViewProps): JSX.Element {
  useTitle('Health');
  const { data, told, problem, reload } = useRefreshed<HealthAnswer>('/api/health', EVERY_S * 1000);
  return (
    <div class="health">
      <h1>Health</h1>
      <Told at={told} problem={problem} every={EVERY_S} reload={reload} />
      {!data && !problem && <Loading />}
      {data && (
        <div class={problem ? 'stale' : undefined}>
          <Figures health={data} />
          <Stages health={data} />
          <div class="health-two">
            <Rates rates={data.rates} at={told ?? Date.now()} />
            <PartialResults partial={data.partial} />
          </div>
          <DeadLetters total={data.deadLetters.total} />
        </div>
      )}
    </div>
  );
}

function Figures({ health: { store, reading, pages, deadLetters } }: { health: HealthAnswer }) {
  return (
    <ul class="figures">
      <Figure value={whole(store.claims)}>
        {store.claims === 1 ? 'claim' : 'claims'} of {counted(store.articles, 'article')}, and {counted(store.comments, 'comment')} by readers
      </Figure>
      <ReadingFigure reading={reading} />
      <Figure value={whole(deadLetters.lastHour)} caution={deadLetters.lastHour > 0}>
        {deadLetters.lastHour === 1 ? 'record' : 'records'} could not be processed in the last hour, {whole(deadLetters.total)} in all
      </Figure>
      <Figure value={pages ? 'Yes' : 'No'}>{pages ? 'pages can be sent here, to POST /api/pages' : 'pages cannot be sent here: there are no stages to read them'}</Figure>
    </ul>
  );
}

function ReadingFigure({ reading: { waiting, complete, fault } }: { reading: HealthAnswer['reading'] }) {
  if (fault) {
    return (
      <Figure value="Stopped" caution>
        nothing more is read into the store: <span dir="auto">{fault}</span>
      </Figure>
    );
  }
  if (waiting === 0) return <Figure value="0">records wait to be read into the store: all is in it</Figure>;
  return (
    <Figure value={whole(waiting)}>
      {waiting === 1 ? 'record waits' : 'records wait'} to be read into the store
      {!complete && '; what was there when it began is not all read yet'}
    </Figure>
  );
}
