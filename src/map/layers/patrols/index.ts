import type { Columns } from '#core/columns/columns.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { aged, INKS, rgbOf } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Scene, Theme } from '../../scene.ts'
import { type HeldDataset, heldDatasets, partOf } from '../dataset-columns.ts'
import type { LayerType, Legend, ViewDegrees } from '../layer-type.ts'
import { TracksLayer } from '../marks/tracks-layer.ts'
import { ageIn } from '../scene-age.ts'
import { patrolFacts } from './patrol-facts.ts'
import { patrolStretches } from './patrol-stretches.ts'
import { type ShownPatrols, shownPatrols, WIDTH_LABELS } from './shown-patrols.ts'

/** A part of this begins what was found by a row, not by a stretch under the pointer. */
const BY_ROW = 'row:'

/**
 * Where patrols of the window went, wider where more of them went the same way. Fixes are joined by
 * straight lines.
 */
export const PATROLS: LayerType = {
  id: 'patrols',
  restsOn: LAYER_BASES.patrols,
  title: 'Patrols',
  group: 'Units and patrols',
  isVisibleAtFirst: (place) => place === 'situation',
  opacityShareAtFirst: 0.9,
  draw: (scene, opacityShare) =>
    heldDatasets(scene, 'patrols').flatMap((held) => {
      const shown = shownOf(scene, held.columns)
      if (shown.data.length === 0) return []
      return layerOf(held.dataset.id, shown, scene.theme, inkIn(scene), scene.scale, opacityShare)
    }),
  legend: legendOf,
  facts: (scene, { index, deckLayerId }) => {
    const part = partOf(deckLayerId, 'patrols') ?? ''
    const isByRow = part.startsWith(BY_ROW)
    const held = heldOf(scene, isByRow ? part.slice(BY_ROW.length) : part)
    if (!held) return null
    const facts = { ...held, document: scene.document }
    if (isByRow) return patrolFacts(facts, index, null)
    const { lastRow, patrolCount } = shownOf(scene, held.columns)
    const row = lastRow[index]
    return row === undefined ? null : patrolFacts(facts, row, patrolCount[index] ?? null)
  },
  find: (scene, selection) => {
    if (selection.type !== 'observation') return null
    const held = heldOf(scene, selection.datasetId)
    const geometry = held?.columns.geometry
    if (!held || geometry?.type !== 'lines') return null
    const first = geometry.offsets[selection.row]
    const last = geometry.offsets[selection.row + 1]
    if (first === undefined || last === undefined || last <= first) return null
    const middle = 2 * Math.floor((first + last) / 2)
    const position = [geometry.positions[middle]!, geometry.positions[middle + 1]!] as const
    return { index: selection.row, deckLayerId: `patrols/${BY_ROW}${held.dataset.id}`, position }
  },
}

function inkIn(scene: Scene): string {
  return aged(INKS[scene.theme].patrol, ageIn(scene, PATROLS.restsOn).freshness)
}

function heldOf(scene: Scene, datasetId: string): HeldDataset | null {
  return heldDatasets(scene, 'patrols').find(({ dataset }) => dataset.id === datasetId) ?? null
}

function shownOf({ windowEpochMinutes }: Scene, columns: Columns): ShownPatrols {
  const [from, to] = windowEpochMinutes ?? [null, null]
  return shownPatrols(columns, patrolStretches(columns), from, to)
}

const layerOf = remembered(
  (
    datasetId: string,
    shown: ShownPatrols,
    ...[theme, ink, scale, opacityShare]: readonly [Theme, string, number, number]
  ) => {
    return new TracksLayer({
      id: `patrols/${datasetId}`,
      data: shown.data,
      pickable: true,
      ink: rgbOf(ink),
      edgeInk: rgbOf(INKS[theme].halo),
      edgePixels: 0.8,
      opacityShare,
      scale,
    })
  },
  8,
)

function legendOf(scene: Scene, view: ViewDegrees | null): Legend | null {
  const held = heldDatasets(scene, 'patrols')
  if (held.every(({ columns }) => columns.rowCount === 0)) return null
  const shown = held.map(({ columns }) => ({ columns, ...shownOf(scene, columns) }))
  const swatch = { shape: 'line', color: inkIn(scene) } as const
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return {
    swatch,
    counts: {
      inView: view ? sum(shown.map(({ columns, rows }) => inViewCount(columns, rows, view))) : null,
      all: sum(shown.map(({ rows }) => rows.length)),
    },
    ramp: null,
    lines: WIDTH_LABELS.map((label) => ({ label, swatch, count: null, peopleCount: null })),
  }
}

/** Patrols with at least one fix in view. */
const inViewCount = remembered(
  ({ geometry }: Columns, rows: Uint32Array, view: ViewDegrees): number => {
    if (geometry.type !== 'lines') return 0
    const [west, south, east, north] = view
    const { positions, offsets } = geometry
    let count = 0
    for (const row of rows) {
      for (let fix = offsets[row]!; fix < offsets[row + 1]!; fix++) {
        const lon = positions[2 * fix]!
        const lat = positions[2 * fix + 1]!
        if (lon < west || lon > east || lat < south || lat > north) continue
        count++
        break
      }
    }
    return count
  },
  8,
)
