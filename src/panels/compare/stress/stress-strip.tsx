import { lazy, Suspense, useState } from 'react'
import { type StressAnswer, USUAL_STRESS } from '#analysis/compare/stress/stress.ts'
import { stressMeasure } from '#analysis/compare/stress/stress-measures.ts'
import { counted } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useResults, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { CoaMark, StatusMark } from '#ui/widgets/marks.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { StressCell } from './stress-cell.tsx'
import { useStressDesk } from './stress-desk.ts'
import { holdsOutSentence } from './stress-text.ts'
import './stress.css'

const StressDialog = lazy(async () => ({
  default: (await import('./stress-dialog.tsx')).StressDialog,
}))

/** The cell whose repair the details open at. */
export type StressPick = { readonly scenarioId: string; readonly futureId: string }

/** Courses under what may come, in the order of the matrix: values, and how far each is behind the best. */
export function StressStrip({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const { value, status } = useResults((state) => state.stress)
  const isStale = useResults((state) => state.isStressStale)
  const [open, setOpen] = useState<{ readonly pick: StressPick | null } | null>(null)
  const isOfThese =
    value !== null &&
    value.scenarioIds.length === scenarios.length &&
    scenarios.every(({ id }, at) => value.scenarioIds[at] === id)
  return (
    <section className="stress" aria-label="Under stress" data-courses={scenarios.length}>
      <StressTable
        answer={isOfThese ? value : null}
        scenarios={scenarios}
        isFaded={isStale || status === 'running'}
        onPick={(pick) => setOpen({ pick })}
      />
      <StressState
        answer={isOfThese ? value : null}
        scenarios={scenarios}
        onDetails={() => setOpen({ pick: null })}
      />
      {open && isOfThese ? (
        <Suspense fallback={null}>
          <StressDialog
            answer={value}
            scenarios={scenarios}
            pick={open.pick}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      ) : null}
    </section>
  )
}

type TableProps = {
  readonly answer: StressAnswer | null
  readonly scenarios: readonly Scenario[]
  readonly isFaded: boolean
  readonly onPick: (pick: StressPick) => void
}

function StressTable({ answer, scenarios, isFaded, onPick }: TableProps) {
  const proposedId = useScreen((state) => state.scenarioId)
  const measure = stressMeasure(answer?.measureId ?? USUAL_STRESS.measureId)
  return (
    <table className="stress-table" data-faded={isFaded || undefined}>
      <thead>
        <tr>
          <th scope="col">
            <b>Under stress</b>{' '}
            <span>{measure.name.toLowerCase()}, and how far behind the best</span>
          </th>
          {scenarios.map((scenario) => (
            <th
              key={scenario.id}
              scope="col"
              className="stress-course"
              data-proposed={isProposed(scenario, proposedId)}
              title={scenario.name}
            >
              <CoaMark scenario={scenario} /> <span className="stress-name">{scenario.name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer?.futures.map((future, f) => (
          <tr key={future.id}>
            <th scope="row" title={`${future.name}: ${future.detail}`}>
              {future.name} <span className="stress-detail">{future.detail}</span>
            </th>
            {scenarios.map((scenario, c) => (
              <td
                key={scenario.id}
                className="stress-course"
                data-proposed={isProposed(scenario, proposedId)}
              >
                <StressCell
                  answer={answer}
                  at={[c, f]}
                  name={`${scenario.name}, ${future.name}`}
                  onPress={() => onPick({ scenarioId: scenario.id, futureId: future.id })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function isProposed({ id, isBaseline }: Scenario, proposedId: string | null) {
  return (id === proposedId && !isBaseline) || undefined
}

/** What stands under the table: what can be asked, how far it is, or who holds out best. */
function StressState(props: {
  readonly answer: StressAnswer | null
  readonly scenarios: readonly Scenario[]
  readonly onDetails: () => void
}) {
  const { answer, scenarios, onDetails } = props
  const work = useResults((state) => state.stress)
  const isStale = useResults((state) => state.isStressStale)
  const { request, stop } = useStressDesk()
  const ask = () => request(answer?.settings ?? USUAL_STRESS)
  if (work.status === 'running') {
    return (
      <div className="stress-state">
        <Progress what="Trying the COAs under what may come …" share={work.progressShare} />
        <Button onPress={stop} hint="Answers with the draws that there are">
          Stop
        </Button>
      </div>
    )
  }
  if (work.status === 'failed') {
    return (
      <div className="stress-state">
        <Failed sentence={work.error ?? 'The COAs could not be tried.'} onRetry={ask} />
      </div>
    )
  }
  if (!answer) {
    return (
      <div className="stress-state">
        <p>
          What each COA is worth under every shock, without its worst base or strongest company, and
          in a surge of incidents: {USUAL_STRESS.drawCount} draws of what is not known, the same for
          all.
        </p>
        <Button onPress={ask}>Try under stress</Button>
      </div>
    )
  }
  const left = answer.options.length - answer.futures.length
  return (
    <div className="stress-state">
      <p>
        {isStale ? (
          <>
            <StatusMark status="watch" word="out of date" /> Facts or COAs have changed since.{' '}
          </>
        ) : null}
        <b className="stress-holds-out">{holdsOutSentence(answer, scenarios)}</b>{' '}
        {answer.notes.join(' ')}
        {answer.wasStopped ? ` Stopped after ${counted(answer.drawCount, 'draw')}.` : ''}
        {left > 0 ? ` ${counted(left, 'more future')} can be chosen.` : ''}
      </p>
      <span className="stress-actions">
        {isStale ? <Button onPress={ask}>Try again</Button> : null}
        <Button look="text" onPress={onDetails}>
          Regret, counties, repair …
        </Button>
      </span>
    </div>
  )
}
