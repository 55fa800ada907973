import { percent } from '#core/figures.ts'
import { firstByAims, TRADED, type TradedName } from '#planner/choices/traded.ts'
import { Pick } from '#ui/widgets/pick.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { type Traded, valueText } from './trade-measures.ts'

/** One aim after the other, and how much of the range the next one may cost. */
export type Aims = {
  readonly names: readonly TradedName[]
  readonly tolerance: (typeof TOLERANCES)[number]['id']
}

const TOLERANCES = [
  { id: '0.02', name: '2 %' },
  { id: '0.05', name: '5 %' },
  { id: '0.1', name: '10 %' },
  { id: '0.2', name: '20 %' },
] as const

export const FIRST_AIMS: Aims = { names: ['coveredPoints', 'worstPoints'], tolerance: '0.1' }

const AIMS_AT_MOST = 3

/** The plan that one aim after the other chooses among those that no other beats; −1: none. */
export function aimedIndexOf(plans: readonly Traded[], aims: Aims): number {
  const open = plans.filter(({ isDominated }) => !isDominated)
  const found = firstByAims(open, aims.names, Number(aims.tolerance))
  return found === null ? -1 : plans.indexOf(found)
}

/** "First need covered, then cost within 10 % of the range: plan 4, 61.2 %, 1.20 M$." */
export function aimsSentence(plans: readonly Traded[], aims: Aims): string {
  const index = aimedIndexOf(plans, aims)
  const plan = plans[index]
  if (!plan) return 'There is no plan to choose.'
  const [first, ...others] = aims.names
  const words = [first!, ...others].map((name) => TRADED[name].name)
  const order = words.join(', then ')
  const within =
    others.length > 0 ? ` within ${percent(Number(aims.tolerance))} % of the range` : ''
  const figures = aims.names.map((name) => valueText(name, plan.measures)).join(', ')
  return `First ${order}${within}: plan ${index + 1}, ${figures}.`
}

/** Up to three aims in their order, and the tolerance. */
export function AimsRow(props: {
  readonly aims: Aims
  readonly measures: readonly TradedName[]
  readonly onChange: (next: Aims) => void
}) {
  const { aims, measures, onChange } = props
  const shown = [...aims.names, null].slice(0, Math.min(AIMS_AT_MOST, measures.length))
  const put = (at: number, name: TradedName | 'none') => {
    const before = aims.names.slice(0, at)
    const after = aims.names.slice(at + 1).filter((other) => other !== name)
    onChange({ ...aims, names: name === 'none' ? before : [...before, name, ...after] })
  }
  const step = (name: TradedName | null, at: number) => (
    <span key={at} className="aims-step">
      <span className="light">{at === 0 ? 'First' : 'then'}</span>
      <Pick
        label={at === 0 ? 'First aim' : `Aim ${at + 1}`}
        choices={[
          ...(at === 0 ? [] : [{ id: 'none' as const, name: 'nothing more' }]),
          ...measures
            .filter((other) => !aims.names.slice(0, at).includes(other))
            .map((other) => ({ id: other, name: TRADED[other].name })),
        ]}
        value={name}
        none="nothing more"
        onChange={(next) => put(at, next)}
      />
    </span>
  )
  return (
    <>
      <div className="aims-row">{shown.slice(0, 2).map(step)}</div>
      <div className="aims-row">
        {shown.slice(2).map((name) => step(name, 2))}
        <span className="aims-step">
          <span className="light">within</span>
          <Segment
            label="How much of the range the next aim may cost"
            choices={TOLERANCES}
            value={aims.tolerance}
            onChange={(tolerance) => onChange({ ...aims, tolerance })}
          />
        </span>
      </div>
    </>
  )
}
