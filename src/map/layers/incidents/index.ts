import type { Layer } from '@deck.gl/core'
import { ScatterplotLayer } from '@deck.gl/layers'
import { type Columns, numbersOf } from '#core/columns/columns.ts'
import { placesWithin } from '#core/columns/time-order.ts'
import type { Freshness } from '#core/time/freshness.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { aged, blended, INKS, rgbOf } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Scene, Theme } from '../../scene.ts'
import { type HeldDataset, heldDatasets, partOf } from '../dataset-columns.ts'
import type { LayerType, Legend, ViewDegrees } from '../layer-type.ts'
import { PointsLayer } from '../marks/points-layer.ts'
import { ageIn } from '../scene-age.ts'
import { incidentFacts } from './incident-facts.ts'
import { type IncidentMarks, incidentMarks, LOOSE_METRES } from './incident-marks.ts'

const FILL_SHARE = 0.7
/** Where they are stale: so faint that a dot is a grey outline with something in it. */
const STALE_FILL_SHARE = 0.35

/**
 * Incidents: filled where people reported them, hollow where patrols found them, larger where graver;
 * a broken ring where they are known to more than a kilometre only, and its circle when selected.
 * The time window is a range of the sorted marks: moving it is a search of 1 µs, whatever the number,
 * and sends nothing to the GPU. Without a GPU (llvmpipe, 1200 × 800) a frame of the whole map takes
 * 69 ms with a month of 100,000 incidents and 139 ms with all of them.
 */
export const INCIDENTS: LayerType = {
  id: 'incidents',
  restsOn: LAYER_BASES.incidents,
  title: 'Incidents',
  group: 'Incidents',
  isVisibleAtFirst: (place) => place === 'situation',
  opacityShareAtFirst: 1,
  draw: (scene, opacityShare) =>
    heldDatasets(scene, 'incidents').flatMap(({ dataset, columns }) => {
      const marks = incidentMarks(columns)
      const [first, last] = placesWithin(marks.order, scene.windowEpochMinutes)
      const { selection, theme, scale } = scene
      const isHere = selection?.type === 'observation' && selection.datasetId === dataset.id
      return [
        ...(isHere ? errorCircle(columns, selection.row, theme, scale) : []),
        layerOf(dataset.id, marks, first, last, theme, freshnessIn(scene), scale, opacityShare),
      ]
    }),
  legend: legendOf,
  facts: (scene, { index, deckLayerId }) => {
    const found = heldOf(scene, partOf(deckLayerId, 'incidents'))
    const row = found ? incidentMarks(found.columns).order.rows[index] : undefined
    return found && row !== undefined ? incidentFacts(found.dataset, found.columns, row) : null
  },
  find: (scene, selection) => {
    if (selection.type !== 'observation') return null
    const found = heldOf(scene, selection.datasetId)
    if (!found) return null
    const marks = incidentMarks(found.columns)
    const index = marks.order.rows.indexOf(selection.row)
    if (index < 0) return null
    const { value } = marks.data.attributes.places
    const position = [value[2 * index]!, value[2 * index + 1]!] as const
    return { index, deckLayerId: `incidents/${found.dataset.id}`, position }
  },
}

function freshnessIn(scene: Scene): Freshness {
  return ageIn(scene, INCIDENTS.restsOn).freshness
}

function inkOf(theme: Theme, freshness: Freshness): string {
  return freshness === 'stale' ? INKS[theme].unknown : aged(INKS[theme].incident, freshness)
}

function heldOf(scene: Scene, datasetId: string | null): HeldDataset | null {
  return heldDatasets(scene, 'incidents').find(({ dataset }) => dataset.id === datasetId) ?? null
}

/** All the ground on which the selected incident may have happened. */
const errorCircle = remembered(
  (columns: Columns, row: number, theme: Theme, scale: number): readonly Layer[] => {
    const radiusMetres = numbersOf(columns, 'positionErrorMetres')[row] ?? 0
    if (!(radiusMetres > LOOSE_METRES) || columns.geometry.type !== 'points') return []
    const { positions } = columns.geometry
    const ink = rgbOf(INKS[theme].incident)
    return [
      new ScatterplotLayer({
        id: 'incidents-error',
        data: [[positions[2 * row]!, positions[2 * row + 1]!] as [number, number]],
        getPosition: (at: [number, number]) => at,
        stroked: true,
        radiusUnits: 'meters',
        lineWidthUnits: 'pixels',
        getRadius: radiusMetres,
        getLineWidth: 1.4 * scale,
        getLineColor: [...ink, 220],
        getFillColor: [...ink, 22],
      }),
    ]
  },
  12,
)

const layerOf = remembered(
  (
    datasetId: string,
    marks: IncidentMarks,
    ...[firstPoint, lastPoint, theme, freshness, scale, opacityShare]: readonly [
      number,
      number,
      Theme,
      Freshness,
      number,
      number,
    ]
  ) => {
    const inks = INKS[theme]
    const ink = rgbOf(inkOf(theme, freshness))
    return new PointsLayer({
      id: `incidents/${datasetId}`,
      data: marks.data,
      pickable: true,
      firstPoint,
      lastPoint,
      isRound: true,
      inks: [ink, ink],
      fillShare: freshness === 'stale' ? STALE_FILL_SHARE : FILL_SHARE,
      edgeInk: rgbOf(inks.halo),
      opacityShare,
      scale: scale * crowdedShare(lastPoint - firstPoint),
    })
  },
  12,
)

/** Marks shrink where there are more than 20,000, down to half: then they cover each other anyway. */
export function crowdedShare(count: number): number {
  return Math.min(1, Math.max(0.5, Math.sqrt(20_000 / Math.max(1, count))))
}

type Counts = {
  readonly all: number
  readonly inView: number
  /** Reported, found by patrol, remote. */
  readonly byDetection: readonly [number, number, number]
  readonly loose: number
}

/** Counts of a range of places; 100,000 take 0.4 ms. */
const countsOf = remembered(
  (marks: IncidentMarks, first: number, last: number, view: ViewDegrees | null): Counts => {
    const places = marks.data.attributes.places.value
    const byDetection: [number, number, number] = [0, 0, 0]
    const [west, south, east, north] = view ?? [-180, -90, 180, 90]
    let [inView, loose] = [0, 0]
    for (let place = first; place < last; place++) {
      byDetection[marks.detections[place] as 0 | 1 | 2]++
      loose += marks.isLoose[place]!
      const lon = places[2 * place]!
      const lat = places[2 * place + 1]!
      if (lon >= west && lon <= east && lat >= south && lat <= north) inView++
    }
    return { all: last - first, inView, byDetection, loose }
  },
  12,
)

function legendOf(scene: Scene, view: ViewDegrees | null): Legend | null {
  const held = heldDatasets(scene, 'incidents')
  if (held.every(({ columns }) => columns.rowCount === 0)) return null
  const all = held.map(({ columns }) => {
    const marks = incidentMarks(columns)
    const [first, last] = placesWithin(marks.order, scene.windowEpochMinutes)
    return countsOf(marks, first, last, view)
  })
  const sum = (part: (counts: Counts) => number) =>
    all.reduce((total, counts) => total + part(counts), 0)
  const color = inkOf(scene.theme, freshnessIn(scene))
  const { ground } = INKS[scene.theme]
  const pale = blended(color, ground, 0.45)
  const remoteCount = sum(({ byDetection }) => byDetection[2])
  const looseCount = sum(({ loose }) => loose)
  const lineOf = (label: string, swatch: Legend['swatch'], count: number | null) => ({
    label,
    swatch,
    count,
    peopleCount: null,
  })
  return {
    swatch: { shape: 'dot', color },
    counts: { inView: view ? sum(({ inView }) => inView) : null, all: sum((each) => each.all) },
    ramp: null,
    lines: [
      lineOf(
        'Reported',
        { shape: 'dot', color },
        sum(({ byDetection }) => byDetection[0]),
      ),
      lineOf(
        'Found by patrol',
        { shape: 'ring', color },
        sum(({ byDetection }) => byDetection[1]),
      ),
      ...(remoteCount > 0
        ? [lineOf('From media', { shape: 'dot', color: pale }, remoteCount)]
        : []),
      ...(looseCount > 0
        ? [lineOf('Known to over 1 km', { shape: 'looseRing', color }, looseCount)]
        : []),
      lineOf('Larger: graver', { shape: 'dot', color }, null),
    ],
  }
}
