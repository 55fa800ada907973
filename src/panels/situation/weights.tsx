import { useMemo, useRef } from 'react'
import type { Situation } from '#analysis/situation.ts'
import { weighIndicators } from '#core/commands/indicators/weigh-indicators.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { percent } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import { useDocument, useResults, useRoom, useRun } from '#ui/room.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { AddIndicatorPick } from './add-indicator-pick.tsx'
import { IndicatorRows } from './indicator-rows.tsx'
import { dataShare, reweighed } from './reweigh.ts'
import { useIndicators } from './use-indicators.ts'

const MEANS: readonly { readonly id: Operation['needMean']; readonly name: string }[] = [
  { id: 'invertedGeometric', name: 'Inverted geometric' },
  { id: 'arithmetic', name: 'Arithmetic' },
  { id: 'geometric', name: 'Geometric' },
]

const THRESHOLDS = [0.2, 0.4, 0.5, 0.6, 0.8, 1].map((share) => ({
  id: String(share),
  name: `data ≥ ${percent(share)} %`,
}))

/** The weights of need: the map and the lists follow while a slider is in hand; release saves. */
export function Weights({ scenarioId }: { readonly scenarioId: string }) {
  const indicators = useIndicators()
  const operation = useDocument((state) => operationOf(state.document))
  const ground = useResults((state) => state.ground.value)
  const situation = useResults((state) => state.situations[scenarioId]?.value ?? null)
  const run = useRun()
  const preview = useWeightPreview(scenarioId)
  const dataShares = useMemo(
    () =>
      ground && situation ? situation.need.indicatorShares.map((s) => dataShare(ground, s)) : null,
    [ground, situation],
  )
  const shownWeights = preview.shownWeights(indicators)
  if (indicators.length === 0) {
    return (
      <section className="section">
        <Empty>
          Need has no indicators yet. They come with the first import: incidents, surveys, roads,
          projects and restrictions each bring one.
        </Empty>
      </section>
    )
  }
  return (
    <section className="section">
      <IndicatorRows
        indicators={indicators}
        shownWeights={shownWeights}
        dataShares={dataShares}
        thresholdShare={operation.needDataThresholdShare}
        onLive={preview.onLive}
        onSettle={(id, weight) => {
          if (run(weighIndicators, { weights: { [id]: weight } })) preview.forget()
          else preview.putBack()
        }}
        onPutBack={preview.putBack}
      />
      <div className="mean-row">
        <span>Mean</span>
        <Segment
          label="How indicators become one need"
          choices={MEANS}
          value={operation.needMean}
          onChange={(needMean) => run(editOperation, { fields: { needMean } })}
        />
        <AddIndicatorPick indicators={indicators} />
        <Pick
          label="Least share of weight with data"
          choices={THRESHOLDS}
          value={String(operation.needDataThresholdShare)}
          none={`data ≥ ${percent(operation.needDataThresholdShare)} %`}
          onChange={(share) =>
            run(editOperation, { fields: { needDataThresholdShare: Number(share) } })
          }
        />
      </div>
    </section>
  )
}

/** Puts a reweighed picture on screen while a slider moves; the document is not touched. */
function useWeightPreview(scenarioId: string) {
  const { documents, results } = useRoom()
  const held = useRef<{ readonly base: Situation; weights: Record<string, number> } | null>(null)
  const all = useIndicators()
  const show = (situation: Situation) => {
    const { situations } = results.getState()
    const work = situations[scenarioId]
    if (work)
      results.setState({
        situations: { ...situations, [scenarioId]: { ...work, value: situation } },
      })
  }
  return {
    shownWeights: (indicators: typeof all) =>
      indicators.map(({ id, weight }) => held.current?.weights[id] ?? weight),
    onLive: (id: string, weight: number) => {
      const ground = results.getState().ground.value
      const base = held.current?.base ?? results.getState().situations[scenarioId]?.value
      if (!ground || !base) return
      held.current = { base, weights: { [id]: weight } }
      const operation = operationOf(documents.getState().document)
      const indicators = all.map((indicator) =>
        indicator.id === id ? { ...indicator, weight } : indicator,
      )
      if (indicators.some((indicator) => indicator.weight > 0)) {
        show(reweighed({ ground, operation, indicators, situation: base }))
      }
    },
    putBack: () => {
      if (held.current) show(held.current.base)
      held.current = null
    },
    forget: () => {
      held.current = null
    },
  }
}
