import { describe, expect, it } from 'vitest'
import { layerEntries } from '#app/places/layer-entries.ts'
import type { Freshness } from '#core/time/freshness.ts'
import { instantOf } from '#core/time/instant.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { ageIn } from '#map/layers/scene-age.ts'
import { agedRamp, NEED_COLORS, REACH_COLORS } from '#map/palette.ts'
import { layerAge, statesSinceAt } from '#products/ages/layer-age.ts'
import { basisOf } from '#products/ages/layer-bases.ts'
import { aDataset, anOperation } from '#support/build.ts'
import { aScene, NOW_MINUTES } from '../../map/layers/small-scene.ts'

const NO_ROWS = { rowCount: 0, geometry: { type: 'none' }, fields: {} } as const

/** Roads are expected every three days, incidents every day; both are of the planning instant. */
function sceneAfter(hours: number) {
  const { document: before } = aScene()
  const at = instantOf(NOW_MINUTES)
  const document = anOperation({
    datasets: [
      ...before.tables.datasets.values(),
      aDataset(NO_ROWS, { id: 'roads', kind: 'roads', asOf: at, expectedEveryHours: 72 }),
    ],
  })
  const nowAt = instantOf(NOW_MINUTES + 60 * hours)
  return { nowAt, scene: aScene({ document, nowAt: statesSinceAt(document, nowAt) }) }
}

function entriesOf({ nowAt, scene }: ReturnType<typeof sceneAfter>) {
  const choice = { layers: {}, layerOrder: [] }
  return layerEntries({ types: LAYER_TYPES, scene, nowAt, view: null, place: 'plan', ...choice })
}

describe('layers', () => {
  it('rest each on what products and walls take it to rest on', () => {
    for (const { id, restsOn } of LAYER_TYPES) {
      expect(basisOf(id), id).toBe(restsOn)
      const answer = restsOn.kinds.length + restsOn.tables.length
      expect(answer, id).toBeGreaterThan(id === 'study-protectedIncidents' ? -1 : 0)
    }
  })

  it('say the same of their age in list, legend and map, whatever the hour', () => {
    const seen = new Set<Freshness>()
    for (const hours of [0, 23, 24, 47, 48, 72, 143, 144, 400]) {
      const { scene, nowAt } = sceneAfter(hours)
      for (const { id, basis, age, ramp } of entriesOf({ scene, nowAt })) {
        const onMap = ageIn(scene, basis).freshness
        expect(age.freshness, `${id} after ${hours} h`).toBe(onMap)
        expect(age.freshness).toBe(layerAge(scene.document, basis, nowAt).freshness)
        seen.add(onMap)
        if (id === 'need') expect(ramp?.colors).toEqual(agedRamp(NEED_COLORS.light, onMap))
        if (id === 'reach') {
          expect(ramp?.colors).toEqual(agedRamp(REACH_COLORS.light.toReversed(), onMap))
        }
      }
    }
    expect([...seen].sort()).toEqual(['ageing', 'fresh', 'stale', 'unknown'])
  })

  it('are drawn anew only when a state changes', () => {
    const drawnOf = (hours: number) => {
      const { scene } = sceneAfter(hours)
      return LAYER_TYPES.find(({ id }) => id === 'reach')?.draw(scene, 1)[0]?.props
    }
    const isStale = (hours: number) => (drawnOf(hours) as { isStale?: boolean }).isStale
    expect([71, 72, 143, 144].map(isStale)).toEqual([false, false, false, true])
    const { scene } = sceneAfter(100)
    const later = { ...scene, nowAt: statesSinceAt(scene.document, instantOf(NOW_MINUTES + 6060)) }
    expect(later.nowAt).toBe(scene.nowAt)
    const reach = LAYER_TYPES.find(({ id }) => id === 'reach')
    expect(reach?.draw(later, 1)[0]).toBe(reach?.draw(scene, 1)[0])
  })
})
