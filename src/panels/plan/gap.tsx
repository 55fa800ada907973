import { decimal } from '#core/figures.ts'
import type { Plan } from '#planner/plan.ts'
import { POINTS_MEANING } from '#planner/points.ts'
import { gapFigure, planGapSentence } from '#planner/sentences.ts'
import type { PlanMoment } from '#state/results-store.ts'
import { Figure } from '#ui/widgets/paper.tsx'
import { GapChart } from './gap-chart.tsx'
import { ProofLine } from './proof-line.tsx'

/** How much better any plan could be, and how the search came there. */
export function Gap(props: {
  readonly plan: Plan | null
  readonly moments: readonly PlanMoment[]
  readonly isRunning: boolean
  readonly color: string
}) {
  const last = props.moments.at(-1)
  const shown = props.isRunning ? last : props.plan
  const gap = shown && shown.bound !== null ? gapFigure(shown.objective, shown.bound) : null
  const sentence =
    !props.isRunning && props.plan
      ? props.plan.gapSentence
      : gap === null
        ? 'Searching; a bound is not proven yet.'
        : `So far: ${planGapSentence(last!.objective, last!.bound).replace(/^[NP]/, (c) => c.toLowerCase())}`
  const seconds = last ? `${Math.round(last.elapsedSeconds)} s` : ''
  const wasStopped = !props.isRunning && props.plan?.wasStopped === true
  const stopped = wasStopped ? 'stopped at ' : ''
  const steps = last ? `${stopped}${decimal(last.searchMoves / 1e6)} M search steps` : ''
  const origin =
    props.plan && !props.isRunning
      ? `seed ${props.plan.seed} · plan ${props.plan.planHash.slice(0, 8)}`
      : ''
  return (
    <section className="section" aria-live="polite">
      <div className="gap-head">
        <span className="gap-number">
          <Figure value={gap?.value ?? '–'} unit={gap?.unit ?? '%'} />
        </span>
        <div>
          <p>{sentence}</p>
          <p className="paper-about">
            {[seconds, steps, origin].filter((part) => part !== '').join(' · ')}
          </p>
        </div>
      </div>
      <GapChart moments={props.moments} color={props.color} />
      {props.plan && !props.isRunning ? <ProofLine plan={props.plan} /> : null}
      <p className="paper-about">{POINTS_MEANING}</p>
    </section>
  )
}
