import { useDeferredValue, useMemo } from 'react'
import { changedSentence } from '#core/changed-words.ts'
import { checkScenario } from '#core/commands/scenarios/check-scenario.ts'
import { listed } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useDocument, useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { CoaMark, StatusMark } from '#ui/widgets/marks.tsx'
import { noForceText } from './no-force.ts'
import './scenarios.css'

/**
 * What is the matter with a COA: facts that changed under it, and that nobody stands anywhere. All rows
 * are read once for the former, which no first paint waits for.
 */
export function useCoaNotes(scenario: Scenario): {
  readonly changed: string | null
  readonly noForce: string | null
} {
  const document = useDocument((state) => state.document)
  const painted = useDeferredValue(document, null)
  const changed = useMemo(
    () => (painted ? changedSentence(painted, scenario) : null),
    [painted, scenario],
  )
  const noForce = useMemo(() => noForceText(document, scenario.id), [document, scenario])
  return { changed, noForce }
}

/** Says that facts, or the COA it was branched from, changed since this one was made; nothing where not. */
export function ChangedNotice({ scenario }: { readonly scenario: Scenario }) {
  const { screen } = useRoom()
  const run = useRun()
  const isPlan = useScreen(
    ({ place, scenarioId }) => place === 'plan' && scenarioId === scenario.id,
  )
  const { changed, noForce } = useCoaNotes(scenario)
  const plan = () => screen.setState({ place: 'plan', scenarioId: scenario.id, tool: 'select' })
  return (
    <>
      {noForce ? (
        <p className="coa-notice">
          <StatusMark status="bad" word="no units" />
          <span>{noForce}</span>
        </p>
      ) : null}
      {changed ? (
        <div className="coa-notice" role="note">
          <StatusMark status="watch" word="facts changed" />
          <span>{changed}</span>
          <span className="coa-notice-acts">
            {isPlan ? null : <Button onPress={plan}>Plan again</Button>}
            <Button
              hint={`What changed until now is no longer told of ${scenario.name}`}
              onPress={() => run(checkScenario, { id: scenario.id })}
            >
              Checked
            </Button>
          </span>
        </div>
      ) : null}
    </>
  )
}

/** The mark alone, for the head of a column or pane: what is the matter is read from it. */
export function ChangedMark({ scenario }: { readonly scenario: Scenario }) {
  const { changed, noForce } = useCoaNotes(scenario)
  const text = noForce ?? changed
  if (text === null) return null
  return (
    <span className="coa-changed" title={text}>
      <StatusMark status={noForce ? 'bad' : 'watch'} word={text} />
    </span>
  )
}

/**
 * What is the matter with several COAs: a line for one; of more their names in a line, and what it is with
 * each once it is opened, so that the map keeps its room.
 */
export function ChangedNotices({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const document = useDocument((state) => state.document)
  const painted = useDeferredValue(document, null)
  const noted = useMemo(
    () =>
      painted
        ? scenarios.filter(
            (scenario) =>
              changedSentence(painted, scenario) !== null ||
              noForceText(painted, scenario.id) !== null,
          )
        : [],
    [painted, scenarios],
  )
  const lines = noted.map((scenario) => <NoticeLine key={scenario.id} scenario={scenario} />)
  if (noted.length < 2) return lines
  return (
    <details className="coa-notices">
      <summary>
        <StatusMark status="watch" word="to be looked at" /> Facts changed, or nobody is in place:{' '}
        {listed(noted.map(({ name }) => name))}
      </summary>
      {lines}
    </details>
  )
}

function NoticeLine({ scenario }: { readonly scenario: Scenario }) {
  return (
    <div className="coa-notice-line">
      <CoaMark scenario={scenario} />
      <ChangedNotice scenario={scenario} />
    </div>
  )
}
