import { useDeferredValue, useMemo } from 'react'
import { changedSentence } from '#core/changed-words.ts'
import { checkScenario } from '#core/commands/scenarios/check-scenario.ts'
import type { OperationDocument } from '#core/document.ts'
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

const NO_FORCE = 'nobody in place'
const CHANGED = 'facts changed'

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

/**
 * The mark alone, for the head of a column or pane. It is part of what that is called, so it says one
 * word; the sentence is for the pointer, and stands in the notices under the heads.
 */
export function ChangedMark({ scenario }: { readonly scenario: Scenario }) {
  const { changed, noForce } = useCoaNotes(scenario)
  const text = noForce ?? changed
  if (text === null) return null
  return (
    <span className="coa-changed" title={text}>
      <StatusMark status={noForce ? 'bad' : 'watch'} word={noForce ? NO_FORCE : CHANGED} />
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
        ? scenarios.flatMap((scenario) => {
            const words = wordsOf(painted, scenario)
            return words === '' ? [] : [{ scenario, words }]
          })
        : [],
    [painted, scenarios],
  )
  const lines = noted.map(({ scenario }) => <NoticeLine key={scenario.id} scenario={scenario} />)
  if (noted.length < 2) return lines
  return (
    <details className="coa-notices">
      <summary>
        <StatusMark status="watch" word="to be looked at" /> {saidOfEach(noted)}
      </summary>
      {lines}
    </details>
  )
}

/** What is the matter in few words; empty: nothing. */
function wordsOf(document: OperationDocument, scenario: Scenario): string {
  const noForce = noForceText(document, scenario.id) === null ? [] : [NO_FORCE]
  const changed = changedSentence(document, scenario) === null ? [] : [CHANGED]
  return [...noForce, ...changed].join(' and ')
}

/** `COA 1: facts changed; COA 2 and COA 3: nobody in place`. */
function saidOfEach(
  noted: readonly { readonly scenario: Scenario; readonly words: string }[],
): string {
  const kinds = [...new Set(noted.map(({ words }) => words))]
  const namesWith = (kind: string) =>
    listed(noted.flatMap(({ scenario, words }) => (words === kind ? [scenario.name] : [])))
  return kinds.map((kind) => `${namesWith(kind)}: ${kind}`).join('; ')
}

function NoticeLine({ scenario }: { readonly scenario: Scenario }) {
  return (
    <div className="coa-notice-line">
      <CoaMark scenario={scenario} />
      <ChangedNotice scenario={scenario} />
    </div>
  )
}
