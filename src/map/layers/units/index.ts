import type { Layer } from '@deck.gl/core'
import type { Ground } from '#analysis/ground.ts'
import { underShocks } from '#analysis/reach/conditions.ts'
import { postFaults } from '#analysis/reach/posts-off-roads.ts'
import { type OperationDocument, operationOf, type Tables } from '#core/document.ts'
import { forceTables } from '#core/force-at.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { INKS } from '../../palette.ts'
import { remembered, rememberedParts } from '../../remembered.ts'
import type { Scene, Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { iconLayer, symbolLayers } from '../../symbols/icon-layers.ts'
import { countPainter, emptyBasePainter } from '../../symbols/mark-painters.ts'
import { symbolMaker } from '../../symbols/milsymbol.ts'
import { symbolPainter } from '../../symbols/symbol-painter.ts'
import type { LayerType, Legend, ViewDegrees } from '../layer-type.ts'
import { agedShare } from '../scene-age.ts'
import { type Standing, type StandingFacts, standingsOf } from './standings.ts'
import { strengthLabels } from './strength-labels.ts'
import { unitFacts } from './unit-facts.ts'

/** Who stands where in the scenario: one frame a base, for the most telling of the units there. */
export const UNITS: LayerType = {
  id: 'units',
  restsOn: LAYER_BASES.units,
  title: 'Own units',
  group: 'Units and patrols',
  isVisibleAtFirst: () => true,
  opacityShareAtFirst: 1,
  draw: (scene, opacityShare) =>
    drawn({
      standings: standingsIn(scene),
      theme: scene.theme,
      scale: scene.scale,
      opacityShare: agedShare(scene, UNITS.restsOn, opacityShare),
      isMakerThere: symbolMaker() !== null,
    }),
  style: (scene, opacityShare) => {
    const { theme, scale } = scene
    return strengthLabels({ standings: standingsIn(scene), theme, scale, opacityShare })
  },
  legend: (scene, view) => legendOf(standingsIn(scene), scene.theme, view),
  facts: (scene, { index }) => {
    const standing = standingsIn(scene)[index]
    return standing ? unitFacts(standing, roadFaultOf(scene, standing)) : null
  },
  find: (scene, selection) => {
    if (selection.type !== 'row') return null
    const { units } = forceTables(scene.document, scene.scenarioId)
    const { table, id } = selection
    if (table !== 'bases' && table !== 'units') return null
    const placeId = table === 'units' ? units.get(id)?.baseId : id
    const standings = standingsIn(scene)
    const index = standings.findIndex((standing) => standing.placeId === placeId)
    const standing = standings[index]
    return standing ? { index, deckLayerId: 'units', position: standing.position } : null
  },
}

const faultsOn = remembered((ground: Ground, operation: Operation, vehicle: Vehicle) =>
  postFaults(ground, { operation, vehicle }),
)

/** What is the matter with the way from a base to the roads; null: nothing, or not known yet. */
function roadFaultOf({ ground, document }: Scene, { base }: Standing): string | null {
  const operation = operationOf(document)
  const vehicle = document.tables.vehicles.get(operation.vehicleId)
  if (!ground || !base || !vehicle) return null
  return faultsOn(ground, operation, vehicle)(base)?.message ?? null
}

type Drawn = {
  readonly standings: readonly Standing[]
  readonly theme: Theme
  readonly scale: number
  readonly opacityShare: number
  readonly isMakerThere: boolean
}

/** As many as are compared at once, and one on the wall beside them. */
const MAPS_AT_ONCE = 8

const standingsOfFacts = rememberedParts((facts: StandingFacts) => standingsOf(facts), MAPS_AT_ONCE)

function standingsIn({ document, scenarioId }: Scene): readonly Standing[] {
  const { operation, communities, postings, resourceTypes } = document.tables
  const { units } = forceTables(document, scenarioId)
  const bases = basesUnder(document, scenarioId)
  return standingsOfFacts({
    operation,
    bases,
    communities,
    units,
    postings,
    resourceTypes,
    scenarioId,
  })
}

/** Bases of the force of a scenario as they stand under its shocks: lost ones are closed. */
function basesUnder(document: OperationDocument, scenarioId: string): Tables['bases'] {
  const { tables } = document
  const { bases } = forceTables(document, scenarioId)
  const shockIds = tables.scenarios.get(scenarioId)?.shockIds ?? []
  if (shockIds.length === 0) return bases
  return closedBases(bases, tables.shocks, tables.operation, shockIds)
}

const closedBases = remembered(
  (
    bases: Tables['bases'],
    shocks: Tables['shocks'],
    operation: Tables['operation'],
    shockIds: readonly string[],
  ): Tables['bases'] => {
    const settings = operation.get('operation')
    if (!settings) return bases
    const facts = { operation: settings, bases: [...bases.values()], restrictions: [] }
    const under = shockIds.flatMap((id) => shocks.get(id) ?? [])
    return new Map(underShocks(facts, under).bases.map((base) => [base.id, base]))
  },
)

const EMPTY_BASE = 'empty'

const drawn = rememberedParts(({ standings, theme, ...look }: Drawn): readonly Layer[] => {
  const codes = new Set(standings.flatMap(({ sidc }) => sidc ?? []))
  const common = { positionOf: ({ position }: Standing) => position, ...look }
  const icons = new Map<string, Painter>([[EMPTY_BASE, emptyBasePainter(theme)]])
  for (const sidc of codes) icons.set(sidc, symbolPainter(sidc, { theme, tone: 'own' }))
  const crowded = standings.filter(({ groupCount }) => groupCount > 1)
  const counts = new Set(crowded.map(({ groupCount }) => groupCount))
  return [
    ...symbolLayers<Standing>({
      id: 'units',
      data: standings,
      icons,
      iconOf: ({ sidc }) => sidc ?? EMPTY_BASE,
      ...common,
    }),
    iconLayer<Standing>({
      id: 'units/count',
      data: crowded,
      icons: new Map([...counts].map((count) => [String(count), countPainter(count, theme)])),
      iconOf: ({ groupCount }) => String(groupCount),
      offsetOf: () => [12, 9],
      isPickable: false,
      ...common,
    }),
  ]
})

function legendOf(
  standings: readonly Standing[],
  theme: Theme,
  view: ViewDegrees | null,
): Legend | null {
  if (standings.length === 0) return null
  const held = standings.filter(({ sidc }) => sidc !== null)
  const outposts = held.filter(({ base }) => base === null)
  const color = INKS[theme].ownLine
  return {
    swatch: { shape: 'frame', color: INKS[theme].ownFill },
    counts: { inView: view ? held.filter(isIn(view)).length : null, all: held.length },
    ramp: null,
    lines: [
      {
        label: 'Base without units',
        swatch: { shape: 'square', color } as const,
        count: standings.length - held.length,
        peopleCount: null,
      },
      {
        label: 'Posted away from a base',
        swatch: { shape: 'frame', color: INKS[theme].ownFill } as const,
        count: outposts.length,
        peopleCount: null,
      },
    ].filter(({ count }) => count > 0),
  }
}

function isIn([west, south, east, north]: ViewDegrees) {
  return ({ position: [lon, lat] }: Standing) =>
    lon >= west && lon <= east && lat >= south && lat <= north
}
