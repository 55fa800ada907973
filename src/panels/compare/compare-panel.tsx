import { useMemo } from 'react'
import { argumentOf, changeSentences, countyChanges } from '#analysis/compare/changes.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import { operationOf, scenariosInOrder } from '#core/document.ts'
import { counted, durationText } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { underText } from '#core/shocks-of.ts'
import { useDocument, useResults, useRoom, useScreen } from '#ui/room.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Empty, WorkState } from '#ui/widgets/states.tsx'
import { UnderChip } from '../scenarios/under-chip.tsx'
import { CountyBars } from './county-bars.tsx'
import { MeasureTable } from './measure-table.tsx'
import './compare.css'

/** The two scenarios on screen: what is compared with, and what is proposed. */
export function useCompared(): {
  readonly before: Scenario | null
  readonly after: Scenario | null
} {
  const scenarios = useDocument((state) => state.document.tables.scenarios)
  const after = useScreen((state) => state.scenarioId)
  const before = useScreen((state) => state.againstScenarioId)
  return { before: scenarios.get(before ?? '') ?? null, after: scenarios.get(after ?? '') ?? null }
}

/** The right side of Compare: measures, what changes, winners and losers. */
export function ComparePanel() {
  const { before, after } = useCompared()
  const work = useResults((state) => state.comparison)
  const ground = useResults((state) => state.ground.value)
  const isTwo = before !== null && after !== null && before.id !== after.id
  if (!isTwo || !ground || !work.value) {
    return (
      <div className="compare-empty section">
        <WorkState work={isTwo ? work : undefined} what="Comparing" idle={<Nothing />} />
      </div>
    )
  }
  return <Compared ground={ground} comparison={work.value} before={before} after={after} />
}

function Nothing() {
  const count = useDocument((state) => scenariosInOrder(state.document).length)
  const { screen } = useRoom()
  if (count > 1) {
    return <Empty>Choose two different COAs above; their measures are then set side by side.</Empty>
  }
  return (
    <Empty action={{ name: 'Go to Plan', onPress: () => screen.setState({ place: 'plan' }) }}>
      There is only the current posture. Make a COA in Plan, then compare it with what stands today.
    </Empty>
  )
}

function Compared(props: {
  readonly ground: Ground
  readonly comparison: Comparison
  readonly before: Scenario
  readonly after: Scenario
}) {
  const { ground, comparison, before, after } = props
  const operation = useDocument((state) => operationOf(state.document))
  const sentences = useMemo(() => changeSentences(comparison, ground), [comparison, ground])
  const counties = useMemo(() => countyChanges(comparison, ground), [comparison, ground])
  const flyTo = useFlyToArea()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <section className="compare-body" tabIndex={0} aria-label="Comparison">
      <MeasureTable measures={comparison.measures} before={before} after={after} />
      <div className="compare-columns">
        <Section
          title={`What changes with ${after.name}`}
          aside={`people within ${durationText(operation.responseStandardMinutes)}`}
        >
          <ol className="change-list">
            {sentences.map(({ areaIndex, lead, rest }, i) => (
              <li key={areaIndex}>
                <button
                  type="button"
                  disabled={areaIndex < 0}
                  onClick={() => flyTo(ground.areaIds[areaIndex] ?? '')}
                >
                  <span className="change-ring">{i + 1}</span>
                  <span>
                    <b>{lead}</b> {rest}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </Section>
        <Section title="Winners and losers by county" aside="people within the standard">
          <CountyBars counties={counties} />
        </Section>
      </div>
      <p className="compare-note">
        {counted(comparison.measures.length, 'criterion', 'criteria')}, raw and each with its
        definition; nothing is added up to a score. Need that is not known is left out and counted
        under “Resting on unknowns”.
      </p>
    </section>
  )
}

/** Flies to the middle of an area. */
function useFlyToArea(): (areaId: string) => void {
  const ground = useResults((state) => state.ground.value)
  const { screen } = useRoom()
  return (areaId) => {
    const areaIndex = ground?.areaIds.indexOf(areaId) ?? -1
    if (!ground || areaIndex < 0) return
    let lon = 0
    let lat = 0
    let count = 0
    ground.grid.areaIndex.forEach((index, cell) => {
      if (index !== areaIndex) return
      lon += ground.grid.lonDegrees[cell] ?? 0
      lat += ground.grid.latDegrees[cell] ?? 0
      count += 1
    })
    if (count > 0) screen.setState({ flight: { centre: [lon / count, lat / count], zoom: 8 } })
  }
}

/** The band over the comparison: what is proposed, because, however, and its civilian impact. */
export function CompareBand() {
  const { before, after } = useCompared()
  const comparison = useResults((state) => state.comparison.value)
  const document = useDocument((state) => state.document)
  if (!before || !after || !comparison || before.id === after.id) return null
  const under = underText(document, before.id)
  const againstName = `${before.name.toLowerCase()}${under ? ` under ${under}` : ''}`
  const { because, however, civilianImpact } = argumentOf(comparison)
  return (
    <div className="band-argument">
      <p className="band-head">
        <CoaMark scenario={after} /> {after.name}
        {after.title ? `: ${after.title.toLowerCase()}` : ''}{' '}
        <span className="band-against">against {againstName}</span>
        <UnderChip scenarioId={after.id} />
      </p>
      <dl>
        <dt>Because</dt>
        <dd title={because}>{because}</dd>
        <dt>However</dt>
        <dd title={however}>{however}</dd>
        <dt>Civilian impact</dt>
        <dd title={civilianImpact}>{civilianImpact}</dd>
      </dl>
    </div>
  )
}
