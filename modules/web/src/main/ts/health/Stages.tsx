import type { JSX } from 'preact';
import type { Health, Stage } from '../api/healthTypes';
import { whole } from '../ui/numbers';
import { Panel } from '../ui/Panel';
import { rowsOf } from '../ui/rows';

type State = 'well' | 'busy' | 'dead';

function stateOf({ live, ready }: Stage): State {
  return !live ? 'dead' : ready ? 'well' : 'busy';
}

const COLUMNS = ['name', 'state', 'live', 'ready', 'lag', 'detail'] as const;

const NO_TABLE = 'How stages are is asked of the process at this moment. It stands in no table, so that no statement can say it: CSV and JSON hold what is shown.';

const WORD: Readonly<Record<State, string>> = { well: 'runs', busy: 'not ready', dead: 'has stopped' };

/** The stages that run in this process, and how much each still has to read. */
export function Stages({ health }: { health: Health }): JSX.Element {
  const { stages } = health;
  return (
    <Panel title="Stages" numbers={stages.length > 0 && summary(stages)} json="/api/health" rows={rowsOf(COLUMNS, stages)} noSql={NO_TABLE}>
      {stages.length === 0 ? (
        <p class="muted">
          No stages run in this process: they run elsewhere, or there are none because the pages were read from files. A process of{' '}
          <code>bin/hearsay run</code> tells of its own.
        </p>
      ) : (
        <table class="stages">
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">State</th>
              <th scope="col" class="n">
                Records not read yet
              </th>
              <th scope="col">What holds it up</th>
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => {
              const state = stateOf(stage);
              return (
                <tr key={stage.name}>
                  <th scope="row">{stage.name}</th>
                  <td data-head="State">
                    <span class={`stage-state ${state}`}>
                      <Sign state={state} /> {WORD[state]}
                    </span>{' '}
                    <small>{stage.state}</small>
                  </td>
                  <td data-head="Records not read yet" class="n">
                    {stage.lag < 0 ? 'not known' : whole(stage.lag)}
                  </td>
                  <td data-head="What holds it up">
                    {stage.detail ? <span dir="auto">{stage.detail}</span> : <span class="muted">{stage.lag > 0 ? 'nothing: it is at work on them' : 'nothing'}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function summary(stages: readonly Stage[]): string {
  const not = stages.filter((stage) => stateOf(stage) !== 'well').length;
  return not === 0 ? 'all of them run' : `${whole(not)} of ${whole(stages.length)} ${not === 1 ? 'needs' : 'need'} a look`;
}

/** A shape for each, and not a colour alone. */
function Sign({ state }: { state: State }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {state === 'well' && <circle cx="6" cy="6" r="4.5" />}
      {state === 'busy' && <path d="M6 1.2 11 10.6H1z" />}
      {state === 'dead' && <path d="M2 2h8v8H2z" />}
    </svg>
  );
}
