import { useState } from 'react'
import type { PlanTradeOffs } from '#jobs/weigh-plan.ts'
import { TRADED, type TradedName } from '#planner/choices/traded.ts'
import type { Plan } from '#planner/plan.ts'
import { useResults, useRoom, useScreen } from '#ui/room.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { type Aims, AimsRow, aimedIndexOf, aimsSentence, FIRST_AIMS } from './aims-row.tsx'
import { MapKey } from './map-key.tsx'
import { isSameLaydown } from './other-plans.tsx'
import { TradeChart } from './trade-chart.tsx'
import { measuresOf } from './trade-measures.ts'
import { TradeTable } from './trade-table.tsx'
import { AnswerState } from './weighed.tsx'
import './trade-offs.css'

/** What more of one measure costs in another: plans that balance need, worst-off area, times, cost and moves. */
export function TradeOffs({ plan }: { readonly plan: Plan }) {
  const answer = useResults((state) => state.choices.tradeOffs)
  return (
    <>
      <AnswerState
        answer={answer}
        planHash={plan.planHash}
        question={{ kind: 'tradeOffs' }}
        about="Searches on from the proposal with another balance each time: floors for every area, fair travel times, a price on cost or on moves. Then all are measured alike."
      />
      {answer.value ? <Traded found={answer.value} plan={plan} /> : null}
    </>
  )
}

function Traded({ found, plan }: { readonly found: PlanTradeOffs; readonly plan: Plan }) {
  const { screen } = useRoom()
  const pick = useScreen(({ planView }) => (planView.kind === 'tradeOffs' ? planView.pick : null))
  const [axes, setAxes] = useState<Axes>({ across: 'worstPoints', up: 'coveredPoints' })
  const [aims, setAims] = useState<Aims>(FIRST_AIMS)
  const { plans } = found
  const measures = measuresOf(plans)
  const proposalIndex = plans.findIndex(({ laydown }) => isSameLaydown(laydown, plan.laydown))
  const marks = {
    proposalIndex,
    aimedIndex: aimedIndexOf(plans, aims),
    pickedIndex: pick === null ? null : Number(pick),
  }
  const open = (index: number) =>
    screen.setState({
      planView: { kind: 'tradeOffs', pick: pick === String(index) ? null : String(index) },
      selection: null,
    })
  const beatenCount = plans.filter(({ isDominated }) => isDominated).length
  return (
    <>
      {found.wasStopped ? <p className="choice-about">Stopped before all of them.</p> : null}
      <AxisRow axes={axes} measures={measures} onChange={setAxes} />
      <TradeChart plans={plans} {...axes} {...marks} onPick={open} />
      <MapKey
        label="In the chart"
        lines={[
          { shape: 'diamond', color: 'var(--coa-b)', label: 'proposal' },
          { shape: 'square', color: 'var(--coa-current)', label: 'today' },
          ...(beatenCount > 0
            ? [{ shape: 'ring', color: 'var(--ink-3)', label: 'beaten' } as const]
            : []),
          { shape: 'ring', color: 'var(--accent)', label: 'by aims below' },
        ]}
      />
      <section className="aims" aria-label="One aim after the other">
        <AimsRow aims={aims} measures={measures} onChange={setAims} />
        <p className="aims-sentence" aria-live="polite">
          {aimsSentence(plans, aims)}
        </p>
      </section>
      <TradeTable plans={plans} measures={measures} plan={plan} {...marks} onPick={open} />
    </>
  )
}

type Axes = { readonly across: TradedName; readonly up: TradedName }

function AxisRow(props: {
  readonly axes: Axes
  readonly measures: readonly TradedName[]
  readonly onChange: (next: Axes) => void
}) {
  const { axes, measures, onChange } = props
  const choices = measures.map((id) => ({ id, name: TRADED[id].name }))
  /** Of two equal axes one would say nothing: the other takes what this one had. */
  const put = (side: keyof Axes, name: TradedName) => {
    const other = side === 'up' ? 'across' : 'up'
    onChange({ ...axes, [side]: name, ...(axes[other] === name ? { [other]: axes[side] } : {}) })
  }
  return (
    <div className="axis-row">
      <span className="light">Up</span>
      <Pick
        label="Up the chart"
        choices={choices}
        value={axes.up}
        onChange={(name) => put('up', name)}
      />
      <span className="light">across</span>
      <Pick
        label="Across the chart"
        choices={choices}
        value={axes.across}
        onChange={(name) => put('across', name)}
      />
    </div>
  )
}
