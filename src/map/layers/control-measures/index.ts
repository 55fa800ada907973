import { distanceText, listed } from '#core/figures.ts'
import { lineMetres } from '#core/geo/distance.ts'
import { extentOfPositions } from '#core/geo/extent.ts'
import type { LonLat } from '#core/place.ts'
import { CONTROL_MEASURE_KIND_NAMES } from '#core/record-names.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { INKS } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import type { Facts, LayerType, ViewDegrees } from '../layer-type.ts'
import { measureLines } from './measure-lines.ts'
import { measureStyle } from './measure-style.ts'

/** Boundaries, phase and coordination lines, arrows and range rings of the scenario, by their names. */
export const CONTROL_MEASURES: LayerType = {
  id: 'control-measures',
  restsOn: LAYER_BASES['control-measures'],
  title: 'Control measures',
  group: 'Planning',
  isVisibleAtFirst: () => true,
  opacityShareAtFirst: 1,
  draw: () => [],
  style: (scene, opacityShare) => {
    const { selection, theme, scale } = scene
    const isOne = selection?.type === 'row' && selection.table === 'controlMeasures'
    const chosenId = isOne ? selection.id : null
    return measureStyle({ measures: measuresIn(scene), chosenId, theme, scale, opacityShare })
  },
  legend: (scene, view) => {
    const measures = measuresIn(scene)
    if (measures.length === 0) return null
    return {
      swatch: { shape: 'line', color: INKS[scene.theme].ink },
      counts: { inView: view ? measures.filter(meets(view)).length : null, all: measures.length },
      ramp: null,
      lines: [],
    }
  },
  facts: (scene, { index }) => {
    const measure = measuresIn(scene)[index]
    return measure ? measureFacts(measure) : null
  },
  find: (scene, selection) => {
    if (selection.type !== 'row' || selection.table !== 'controlMeasures') return null
    const index = measuresIn(scene).findIndex(({ id }) => id === selection.id)
    const measure = measuresIn(scene)[index]
    if (!measure) return null
    return { index, deckLayerId: 'control-measures/lines', position: placeOf(measure) }
  },
}

const measuresOf = remembered(
  (measures: ReadonlyMap<string, ControlMeasure>, scenarioId: string): readonly ControlMeasure[] =>
    [...measures.values()].filter((measure) => measure.scenarioId === scenarioId),
)

function measuresIn({ document, scenarioId }: Scene): readonly ControlMeasure[] {
  return measuresOf(document.tables.controlMeasures, scenarioId)
}

function placeOf({ geometry }: ControlMeasure): LonLat {
  if (geometry.type === 'rings') return geometry.centre
  return geometry.line[geometry.line.length >> 1]!
}

function meets([west, south, east, north]: ViewDegrees) {
  return (measure: ControlMeasure) => {
    const extent = extentOfPositions(measureLines(measure).flat())
    return extent[2] >= west && extent[0] <= east && extent[3] >= south && extent[1] <= north
  }
}

function measureFacts({ id, name, kind, geometry, isLocked }: ControlMeasure): Facts {
  const row =
    geometry.type === 'rings'
      ? { label: 'Radii', value: listed(geometry.radiiMetres.map(distanceText)) }
      : { label: 'Length', value: distanceText(lineMetres(geometry.line)) }
  return {
    title: name,
    about: CONTROL_MEASURE_KIND_NAMES[kind],
    rows: isLocked ? [row, { label: 'Locked', value: 'yes' }] : [row],
    warning: null,
    selection: { type: 'row', table: 'controlMeasures', id },
  }
}
