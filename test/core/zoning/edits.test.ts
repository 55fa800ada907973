import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { dissolved } from '#core/geo/overlay/dissolved.ts'
import { facesOf } from '#core/geo/overlay/faces.ts'
import { nodedEdges } from '#core/geo/overlay/noded.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { Polygon } from '#core/place.ts'
import { createRandom } from '#core/random.ts'
import type { Zone } from '#core/records/zone.ts'
import { groundOutside } from '#core/zoning/ground-outside.ts'
import { EDITS, pickOf, tiled, WHOLE, zonesOf } from './random-edits.ts'

function squareMetresOf(outlines: readonly Polygon[]): number {
  return 1e6 * outlines.reduce((sum, each) => sum + areaSquareKilometres([each]), 0)
}

/** Ground of the whole that no zone has, and ground that two have, in square metres. */
function faultsOf(zones: readonly Zone[]): { readonly gap: number; readonly overlap: number } {
  const outlines = [...zones.map(({ outline }) => outline), WHOLE]
  const faces = facesOf(
    nodedEdges(outlines.map((outline) => ({ type: 'area', outline: [outline] }))),
  )
  const whole = zones.length
  const held = dissolved(faces, (face) => {
    const sources = faces.sources[face]!
    const holders = sources.size - Number(sources.has(whole))
    return holders === 0 ? 'gap' : holders > 1 ? 'overlap' : null
  })
  return {
    gap: squareMetresOf(held.get('gap') ?? []),
    overlap: squareMetresOf(held.get('overlap') ?? []),
  }
}

describe('a thousand random edits of zones', () => {
  it.each([1, 2])(
    'leave no gap and no overlap, children in their parents, and every unit with one zone (%i)',
    (seed) => {
      const random = createRandom(seed)
      let document = tiled()
      const counts = new Map<string, number>()
      let doneCount = 0
      for (let tries = 0; doneCount < 1000 && tries < 6000; tries++) {
        const edit = pickOf(random, EDITS)
        const newIds = Array.from({ length: 9 }, (_, i) => `new-${tries}-${i}`)
        const change = edit(document, random, newIds)
        if (!change) continue
        document = applyChange(document, change)
        doneCount++
        counts.set(edit.name, (counts.get(edit.name) ?? 0) + 1)
      }
      expect(doneCount).toBe(1000)
      for (const { name } of EDITS) expect(counts.get(name) ?? 0).toBeGreaterThan(0)
      for (const kind of ['aor', 'sector'] as const) {
        const { gap, overlap } = faultsOf(zonesOf(document, kind))
        expect(gap).toBeLessThan(1)
        expect(overlap).toBeLessThan(1)
      }
      for (const zone of zonesOf(document)) {
        const parent = document.tables.zones.get(zone.parentId ?? '')
        expect(parent?.kind).toBe('sector')
        expect(1e6 * groundOutside(zone.outline, parent!.outline)).toBeLessThan(1)
      }
      const units = zonesOf(document).flatMap(({ unitIds }) => unitIds)
      expect([...units].sort()).toEqual([...document.tables.units.keys()].sort())
    },
  )
})
