import type { ReactNode } from 'react'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { baselineOf } from '#core/document.ts'
import { decimal } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Scene } from '#map/scene.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { comparedScene } from '../scenes.ts'
import { useStores } from '../use-stores.ts'
import { RESPONSE_ID } from './compared-layers.ts'
import { groundCell, useCrossAt, useCrossText, usePointedPane } from './crosshair.ts'
import { SurfaceLegend } from './surface-legend.tsx'

/** The left paper of the panes: layers and the one legend of all of them, and what is at the crosshair. */
export function PanesLeft(props: {
  readonly scenarios: readonly Scenario[]
  /** The list of layers. */
  readonly layers: ReactNode
}) {
  const { scenarios } = props
  const stores = useStores(false)
  const [first] = scenarios
  return (
    <div className="panes-left">
      {props.layers}
      {first ? (
        <SurfaceLegend
          scene={comparedScene(stores, first.id, null)}
          surfaceId={RESPONSE_ID}
          isBar
        />
      ) : null}
      <AtTheCrosshair scenarios={scenarios} />
    </div>
  )
}

function AtTheCrosshair({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const at = useCrossAt()
  const stores = useStores(false)
  const pointedId = usePointedPane((state) => state.scenarioId)
  const ground = useResults((state) => state.ground.value)
  const baselineId = useDocument(({ document }) => baselineOf(document)?.id ?? '')
  const situation = useResults((state) => state.situations[baselineId]?.value ?? null)
  if (!at) return null
  const pointed = scenarios.find(({ id }) => id === pointedId)
  const where = at.isPointer ? (pointed ? `pointer in ${pointed.name}` : 'pointer') : 'map centre'
  const cell = ground && groundCell(ground, at.position)
  return (
    <Section title="At the crosshair" aside={where}>
      <p className="mono">{gridReference(at.position) ?? 'beyond the MGRS grid'}</p>
      <p className="light">
        {ground && cell !== null ? placeText(ground, situation, cell) : 'Outside the theatre.'}
      </p>
      <ul className="cross-list">
        {scenarios.map((scenario) => (
          <CrossLine
            key={scenario.id}
            scenario={scenario}
            scene={comparedScene(stores, scenario.id, null)}
            position={at.position}
          />
        ))}
      </ul>
    </Section>
  )
}

function CrossLine(props: {
  readonly scenario: Scenario
  readonly scene: Scene
  readonly position: LonLat
}) {
  const { scenario, scene, position } = props
  const said = useCrossText(scene)(position)
  return (
    <li>
      <CoaMark scenario={scenario} /> <span>{scenario.name}</span>
      <b>{said?.text ?? 'no data'}</b>
      <span className="light">{said?.from ?? ''}</span>
    </li>
  )
}

/** `Gbehlay-Karn, Nimba; need 6.5 of 10 (5.4 to 7.7)`. */
function placeText(ground: Ground, situation: Situation | null, cell: number): string {
  const community = ground.communityCell.indexOf(cell)
  const area = ground.areaNames[ground.grid.areaIndex[cell] ?? -1]
  const where = [ground.communityNames[community], area].filter((name) => name !== undefined)
  const place = where.join(', ') || 'No county'
  if (!situation) return `${place}.`
  const { score, lowest, highest } = situation.need
  const range = `${decimal(lowest[cell]!)} to ${decimal(highest[cell]!)}`
  return Number.isNaN(score[cell]!)
    ? `${place}; need not known, anything from ${range} of 10.`
    : `${place}; need ${decimal(score[cell]!)} of 10 (${range}).`
}
