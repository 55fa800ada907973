import { describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { addZone } from '#core/commands/zones/add-zone.ts'
import { clipZone, takeGround } from '#core/commands/zones/give-ground.ts'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import { createRandom, type Random } from '#core/random.ts'
import type { Zone } from '#core/records/zone.ts'
import { groundOutside } from '#core/zoning/ground-outside.ts'
import { aBox, aZone } from '#support/build.ts'
import { done, EDITS, pickOf, type Tried, tiled, zonesOf } from './random-edits.ts'

const anywhere = (random: Random): LonLat => [-9 + random.next(), 6 + 0.75 * random.next()]

/** Edits that bear on what lies in a zone, or over others, beside those of random edits. */
const MORE: readonly Tried[] = [
  function cutSector(document, random, newIds) {
    const { id } = pickOf(random, zonesOf(document, random.next() < 0.7 ? 'sector' : 'aor'))
    const ground = [aBox(anywhere(random), 0.02 + 0.1 * random.next())]
    return done(document, takeGround, { id, ground, note: 'Cut', newIds })
  },
  function clipSector(document, random, newIds) {
    const { id } = pickOf(random, zonesOf(document, 'sector'))
    const ground = [aBox([-9.05 + 0.1 * random.next(), 5.95 + 0.1 * random.next()], 1)]
    return done(document, clipZone, { id, ground, note: 'Clip', newIds })
  },
  function add(document, random, newIds) {
    const outline = aBox(anywhere(random), 0.05 + 0.2 * random.next())
    const kind = random.next() < 0.3 ? 'sector' : 'aor'
    const row = aZone({ id: `drawn-${newIds[0]}`, name: 'Drawn', kind, outline })
    return done(document, addZone, { row, takesGround: random.next() < 0.7, newIds })
  },
]

/** How far a border moved on average, in metres: ground that changed over its length. */
function metresMoved(before: Zone, after: Zone): number {
  if (before.outline === after.outline) return 0
  const squareMetres =
    1e6 *
    (groundOutside(before.outline, after.outline) + groundOutside(after.outline, before.outline))
  const metres = before.outline
    .flatMap((ring) => ring.slice(1).map((corner, i) => metresBetween(ring[i]!, corner)))
    .reduce((sum, side) => sum + side, 0)
  return squareMetres / metres
}

describe('zones that are locked', () => {
  it.each([3, 4, 5])(
    'keep their ground to the centimetre, whatever is done to the others (%i)',
    (seed) => {
      const random = createRandom(seed)
      let document = tiled()
      const ids = zonesOf(document).map(({ id }) => id)
      const locked = [pickOf(random, ids), pickOf(random, ids), pickOf(random, ids)]
      for (const id of locked) {
        document = applyChange(document, lockZone.change(document, { id, isLocked: true }))
      }
      const start = new Map(locked.map((id) => [id, document.tables.zones.get(id)!]))
      const counts = new Map<string, number>()
      const all = [...EDITS, ...MORE]
      for (let tries = 0; tries < 600; tries++) {
        const newIds = Array.from({ length: 9 }, (_, i) => `new-${tries}-${i}`)
        const edit = pickOf(random, all)
        const change = edit(document, random, newIds)
        if (!change) continue
        document = applyChange(document, change)
        counts.set(edit.name, (counts.get(edit.name) ?? 0) + 1)
      }
      for (const { name } of all) expect(counts.get(name) ?? 0, name).toBeGreaterThan(0)
      for (const [id, before] of start) {
        const after = document.tables.zones.get(id)
        expect(after, `${id} is still there`).toBeDefined()
        expect(metresMoved(before, after!)).toBeLessThan(0.01)
        expect({ ...after, outline: null, parentId: null }).toEqual({
          ...before,
          outline: null,
          parentId: null,
        })
      }
    },
    30_000,
  )
})
