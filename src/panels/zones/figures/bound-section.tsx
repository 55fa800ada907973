import { scaleLinear } from '@visx/scale'
import type { WorkloadBound } from '#analysis/zones/bound/workload-bound.ts'
import { counted, decimal, percent } from '#core/figures.ts'
import { Figure, Section } from '#ui/widgets/paper.tsx'
import { evenness, type Load, mostLoaded } from './loads.ts'

/** How much more the most loaded zone has to do than in the best drawing that can be, at least. */
export function BoundSection(props: {
  /** Null: it cannot be told, or not yet. */
  readonly bound: WorkloadBound | null
  readonly isRunning: boolean
  /** Why it could not be worked out; null: nothing failed. */
  readonly error: string | null
  readonly loads: readonly Load[]
  readonly isInHand: boolean
}) {
  const { bound, loads, isInHand } = props
  const now = mostLoaded(loads.map((load) => load.now))
  const saved = mostLoaded(loads.map((load) => load.saved))
  const even = evenness(loads.map((load) => load.now))
  return (
    <Section
      title="Distance from best bound"
      aside={
        Number.isFinite(even)
          ? `most loaded zone; ${percent(even)} points off even`
          : 'most loaded zone'
      }
    >
      {bound && Number.isFinite(now) ? (
        <>
          <div className="gap-head">
            <span className="gap-number">
              <Figure value={points(now - bound.boundShare)} unit="points" />
            </span>
            <p>{sentence(bound, isInHand ? saved : null)}</p>
          </div>
          <BoundBar best={bound.boundShare} now={now} saved={isInHand ? saved : null} />
        </>
      ) : (
        <p className="empty">{whyNot(props)}</p>
      )}
    </Section>
  )
}

function sentence({ boundShare, zoneCount }: WorkloadBound, saved: number | null): string {
  const before =
    saved !== null && Number.isFinite(saved)
      ? ` Before this drag: ${points(saved - boundShare)}.`
      : ''
  return `above the best any drawing of ${counted(zoneCount, 'zone')} can reach.${before}`
}

function whyNot({ isRunning, error, loads }: Parameters<typeof BoundSection>[0]): string {
  if (error) return error
  if (isRunning) return 'Working out the way from every base …'
  if (loads.length < 2) return 'A second zone of this kind is needed to share work with.'
  const unknown = loads.filter(({ now }) => !Number.isFinite(now)).map(({ name }) => name)
  if (unknown.length === 0) return 'Known as soon as the border is let go.'
  return `Nothing can be said: the workload of ${unknown.slice(0, 3).join(', ')} is not known. Name a base and units for ${unknown.length === 1 ? 'it' : 'them'}.`
}

function points(share: number): string {
  return decimal(Math.max(0, 100 * share), 1)
}

const WIDTH = 344
const BAR_Y = 9

/** Out of reach up to the best; saved hollow, now filled. */
function BoundBar(props: {
  readonly best: number
  readonly now: number
  readonly saved: number | null
}) {
  const { best, now, saved } = props
  const most = 1.15 * Math.max(best, now, saved ?? 0, 0.01)
  const x = scaleLinear({ domain: [0, most], range: [0, WIDTH] })
  const isApart = saved !== null && Math.abs(x(saved) - x(now)) > 60
  const label = (share: number, text: string) => ({
    x: Math.min(WIDTH - 32, Math.max(32, x(share))),
    text: `${text} ${percent(share)} %`,
  })
  const labels = [
    label(best, 'best'),
    ...(x(now) - x(best) > 62 ? [label(now, 'now')] : []),
    ...(saved !== null && isApart && x(saved) - x(best) > 62 ? [label(saved, 'saved')] : []),
  ]
  return (
    <svg
      className="bound-bar"
      viewBox={`0 0 ${WIDTH} 38`}
      role="img"
      aria-label={`Best ${percent(best)} %, now ${percent(now)} % of capacity in the most loaded zone`}
    >
      <rect x={0} y={BAR_Y - 6} width={x(best)} height={12} fill="var(--line)" />
      <line x1={0} x2={WIDTH} y1={BAR_Y + 6} y2={BAR_Y + 6} stroke="var(--line)" />
      <line x1={x(best)} x2={x(best)} y1={0} y2={20} stroke="var(--ink)" strokeWidth={1.5} />
      {saved !== null && Number.isFinite(saved) ? (
        <>
          <line
            x1={x(saved)}
            x2={x(now)}
            y1={BAR_Y}
            y2={BAR_Y}
            stroke="var(--accent)"
            strokeWidth={2}
          />
          <circle
            cx={x(saved)}
            cy={BAR_Y}
            r={3.4}
            fill="var(--panel)"
            stroke="var(--ink-2)"
            strokeWidth={1.4}
          />
        </>
      ) : null}
      <circle cx={x(now)} cy={BAR_Y} r={4} fill="var(--accent)" />
      {x(best) > 70 ? (
        <text x={0} y={33} className="bound-label">
          0 %
        </text>
      ) : null}
      {labels.map((each) => (
        <text key={each.text} x={each.x} y={33} className="bound-label" textAnchor="middle">
          {each.text}
        </text>
      ))}
    </svg>
  )
}
