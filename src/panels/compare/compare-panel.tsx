import { lazy, memo, Suspense } from 'react'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Two } from '#analysis/compare/words/change-sentences.ts'
import type { Ground } from '#analysis/ground.ts'
import { operationOf, scenariosInOrder } from '#core/document.ts'
import { durationText } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useDocument, useResults, useRoom, useScreen } from '#ui/room.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Empty, Failed, WorkState } from '#ui/widgets/states.tsx'
import { useComparedScenarios, useSides } from '../scenarios/use-compared.ts'
import { MatrixSection } from './matrix/matrix-section.tsx'
import { MatrixSkeleton } from './matrix/matrix-skeleton.tsx'
import { type MatrixOnScreen, useMatrix } from './matrix/use-matrix.ts'
import { ParetoSection } from './pareto/pareto-section.tsx'
import { StressStrip } from './stress/stress-strip.tsx'
import { usePropose } from './use-propose.ts'
import { withoutUnits } from './without-units.ts'
import { useTwo } from './words/use-two.ts'
import { WhatChanges } from './words/what-changes.tsx'
import { WinnersAndLosers } from './words/winners-losers.tsx'
import './compare.css'

const FigureBehindPaper = lazy(async () => ({
  default: (await import('./behind/figure-behind.tsx')).FigureBehindPaper,
}))

/** The right side of Compare: the matrix, what changes, who wins and loses, and the records behind a figure. */
export function ComparePanel() {
  const scenarios = useComparedScenarios()
  const behind = useScreen((state) => state.figureBehind)
  const work = useResults((state) => state.courses)
  if (scenarios.length < 2) {
    return (
      <div className="compare-empty section">
        <Nothing />
      </div>
    )
  }
  return (
    <div className="compare-over">
      {work.status === 'running' ? (
        <div
          className="compare-working"
          role="progressbar"
          aria-label="Working out the COAs"
          aria-valuenow={Math.round(100 * work.progressShare)}
        >
          <div style={{ width: `${Math.max(4, 100 * work.progressShare)}%` }} />
        </div>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className="compare-body" tabIndex={0} aria-label="Comparison">
        <Compared scenarios={scenarios} />
      </section>
      {behind ? (
        <Suspense fallback={null}>
          <FigureBehindPaper behind={behind} />
        </Suspense>
      ) : null}
    </div>
  )
}

function Nothing() {
  const isNoOther = useDocument((state) => scenariosInOrder(state.document).length < 2)
  const { screen } = useRoom()
  return (
    <Empty action={{ name: 'Go to Plan', onPress: () => screen.setState({ place: 'plan' }) }}>
      {isNoOther
        ? 'There is only the current posture. Make a COA in Plan, then compare it with what stands today.'
        : 'Every other COA is archived. Take one back under “COAs …” above the map, or make one in Plan.'}
    </Empty>
  )
}

function Compared({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const onScreen = useMatrix()
  const document = useDocument((state) => state.document)
  const work = useResults((state) => state.courses)
  const proposedId = useScreen((state) => state.scenarioId)
  const propose = usePropose()
  const warnings = withoutUnits(document, scenarios)
  return (
    <>
      {warnings.map((sentence) => (
        <p key={sentence} className="compare-warning">
          <StatusMark status="watch" word="take heed" /> {sentence}
        </p>
      ))}
      {work.status === 'failed' ? (
        <div className="section">
          <Failed sentence={work.error ?? 'The COAs could not be worked out.'} />
        </div>
      ) : null}
      {onScreen ? (
        <MatrixSection onScreen={onScreen} />
      ) : work.status === 'failed' ? null : (
        <MatrixSkeleton scenarios={scenarios} proposedId={proposedId} onPropose={propose} />
      )}
      {onScreen ? <StressStrip scenarios={scenarios} /> : null}
      <Changes onScreen={onScreen} />
    </>
  )
}

/** What changes from what is compared with to what is proposed. */
function Changes({ onScreen }: { readonly onScreen: MatrixOnScreen | null }) {
  const { before, after } = useSides()
  const proposedId = useScreen((state) => state.scenarioId)
  const operation = useDocument((state) => operationOf(state.document))
  const work = useResults((state) => state.comparison)
  const ground = useResults((state) => state.ground.value)
  const two = useTwo()
  const propose = usePropose()
  const isPair = before !== null && after !== null && before.id !== after.id
  const isOfPair = isPair && work.ids?.[0] === before.id && work.ids[1] === after.id
  const comparison = isOfPair ? work.value : null
  const within = `people within ${durationText(operation.responseStandardMinutes)}`
  const isThere = isPair && two !== null && comparison !== null && ground !== null
  const names = isThere ? ([after.name, before.name] as const) : NO_NAMES
  const pair = isThere ? { two, comparison, ground, after: names[0], before: names[1] } : null
  return (
    <>
      {pair ? (
        <PairColumns {...pair} within={within} />
      ) : (
        <div className="section compare-pair">
          <WorkState
            work={isPair ? work : undefined}
            what="Comparing"
            idle={
              isPair
                ? 'What changes stands here once both COAs are worked out.'
                : 'Choose two different COAs above the map, and what changes between them stands here.'
            }
          />
        </div>
      )}
      {onScreen ? (
        <ParetoSection
          matrix={onScreen.matrix}
          scenarios={onScreen.scenarios}
          proposedId={proposedId}
          onPropose={propose}
        />
      ) : null}
    </>
  )
}

const NO_NAMES = ['', ''] as const

/** What changes, and for whom, county by county. */
const PairColumns = memo(function PairColumns(props: {
  readonly two: Two
  readonly comparison: Comparison
  readonly ground: Ground
  readonly after: string
  readonly before: string
  readonly within: string
}) {
  return (
    <div className="compare-columns">
      <Section title={`What changes with ${props.after}`} aside={`against ${props.before}`}>
        <WhatChanges two={props.two} />
      </Section>
      <Section title="Winners and losers by county" aside={props.within}>
        <WinnersAndLosers comparison={props.comparison} ground={props.ground} />
      </Section>
    </div>
  )
})
