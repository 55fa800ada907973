import { lazy, Suspense, useState } from 'react'
import { isTooFew } from '#analysis/compare/stress/enough-draws.ts'
import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import { counted } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useResults } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { useStressDesk } from './stress-desk.ts'
import { type StressPick, StressTable } from './stress-table.tsx'
import { holdsOutSentence } from './stress-text.ts'
import { useUsualStress } from './use-usual-stress.ts'
import './stress.css'

const StressDialog = lazy(async () => ({
  default: (await import('./stress-dialog.tsx')).StressDialog,
}))

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
  const usual = useUsualStress()
  const ask = () => request(answer?.settings ?? usual.settings)
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
          in a surge of incidents: {usual.settings.drawCount} draws of what is not known, the same
          for all.{usual.why ? ` ${usual.why}` : ''}
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
        {[...answer.notes, answer.measureId === usual.settings.measureId ? usual.why : null]
          .filter((note) => note !== null)
          .join(' ')}
        {answer.wasStopped && !isTooFew(answer)
          ? ` Stopped after ${counted(answer.drawCount, 'draw')}.`
          : ''}
        {left > 0 ? ` ${counted(left, 'more future')} can be chosen.` : ''}
      </p>
      <span className="stress-actions">
        {isStale || isTooFew(answer) ? <Button onPress={ask}>Try again</Button> : null}
        <Button look="text" onPress={onDetails}>
          Regret, counties, repair …
        </Button>
      </span>
    </div>
  )
}
