import { useState } from 'react'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { REPAIR_SEARCH, repairKey, USUAL_REPAIR_MOVES } from '#state/desk/repairing.ts'
import { IDLE } from '#state/results-store.ts'
import { useResults, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { RepairedMoves } from './repaired-moves.tsx'
import { useStressDesk } from './stress-desk.ts'
import type { StressPick } from './stress-table.tsx'

/** What a few moves make good once a future has come, and the COA that they would make. */
export function RepairSection(props: {
  readonly answer: StressAnswer
  readonly scenarios: readonly Scenario[]
  readonly pick: StressPick | null
  readonly onTaken: () => void
}) {
  const { answer, scenarios, onTaken } = props
  const { repair, stopRepair } = useStressDesk()
  const isStale = useResults((state) => state.isStressStale)
  const isTrying = useResults((state) => state.stress.status === 'running')
  const futures = answer.futures.filter(({ kind }) => kind !== 'asIs')
  const proposedId = useScreen((state) => state.scenarioId)
  const [scenarioId, setScenarioId] = useState(props.pick?.scenarioId ?? proposedId ?? '')
  const [futureId, setFutureId] = useState(props.pick?.futureId ?? '')
  const [mostMoves, setMostMoves] = useState(USUAL_REPAIR_MOVES)
  const future = futures.find(({ id }) => id === futureId) ?? futures[0]
  const scenario = scenarios.find(({ id }) => id === scenarioId) ?? scenarios.at(-1)
  const slot = repairKey(scenario?.id ?? '', future?.id ?? '')
  const work = useResults((state) => state.repairs[slot]) ?? IDLE
  if (!future || !scenario) return null
  const ask = () =>
    repair({
      scenarioId: scenario.id,
      future,
      mostMoves,
      measureId: answer.measureId,
      request: REPAIR_SEARCH,
    })
  return (
    <Section title="Repair" aside="moves after it has come">
      <div className="stress-fields">
        <Pick
          label="COA to repair"
          choices={scenarios.map(({ id, name }) => ({ id, name }))}
          value={scenario.id}
          onChange={setScenarioId}
        />
        <Pick
          label="After which future"
          choices={futures.map(({ id, name }) => ({ id, name }))}
          value={future.id}
          onChange={setFutureId}
        />
        <span className="stress-field">
          at most
          <Stepper
            label="Most moves of a repair"
            value={mostMoves}
            min={1}
            max={30}
            onChange={setMostMoves}
          />
          moves
        </span>
        {work.status === 'running' ? (
          <Button onPress={stopRepair} hint="Keeps the best that was found so far">
            Stop
          </Button>
        ) : (
          <Button onPress={ask} isDisabled={isStale || isTrying}>
            Repair
          </Button>
        )}
      </div>
      {isStale ? (
        <p className="stress-note">
          Facts or COAs have changed since they were tried. Try again first, then repair.
        </p>
      ) : null}
      {work.status === 'running' ? (
        <Progress what="Searching on from what is left …" share={work.progressShare} />
      ) : null}
      {work.status === 'failed' ? (
        <Failed sentence={work.error ?? 'This could not be repaired.'} onRetry={ask} />
      ) : null}
      {work.value && work.status === 'ready' ? (
        <RepairedMoves
          repaired={work.value}
          scenario={scenario}
          isStale={isStale}
          onTaken={onTaken}
        />
      ) : null}
    </Section>
  )
}
