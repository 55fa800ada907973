import { beforeAll, describe, expect, it } from 'vitest'
import { cellLocator } from '#analysis/cells/cell-locator.ts'
import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import type { Ground } from '#analysis/ground.ts'
import { groundOf } from '#analysis/ground-of.ts'
import { baseWork } from '#analysis/zones/base-work.ts'
import { type CellLinks, cellLinks } from '#analysis/zones/cell-links.ts'
import { troopsAtBase, zoneForceOf } from '#analysis/zones/zone-strength.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { faultIn } from '#core/geo/overlay/soundness.ts'
import { areaSquareKilometres } from '#core/geo/polygon.ts'
import type { Polygon } from '#core/place.ts'
import type { Base } from '#core/records/base.ts'
import type { Zone } from '#core/records/zone.ts'
import { finish } from '#planner/steps.ts'
import { proposeZones, type ZoningFacts } from '#planner/zoning/propose-zones.ts'
import type { ZoneProposal } from '#planner/zoning/zone-proposal.ts'
import { basesWithUnits, zoneSeeds } from '#planner/zoning/zone-seeds.ts'
import { FIRST_ZONE_WISH, type ZoneWish } from '#planner/zoning/zone-wish.ts'
import { balanceSentence, leftOutSentences } from '#planner/zoning/zoning-sentences.ts'
import { groundInputOf, movementOf } from '#state/desk/document-inputs.ts'
import { aZone } from '#support/build.ts'
import { theSample } from '#support/sample.ts'

/** Two rivers across the built-in theatre; roads that go over them are its crossings. */
const RIVERS = [
  [-11.5, 7.3, -10.2, 6.2],
  [-9.9, 8.7, -8.9, 4.8],
]

/** Cells of some 250 km²: the same code in a tenth of the time. */
const COARSE_RESOLUTION = 5

let facts: ZoningFacts
let wish: ZoneWish
let links: CellLinks
let proposal: ZoneProposal

beforeAll(() => {
  const contents = theSample()
  const { tables } = contents.document
  const dry = groundOf({ ...groundInputOf(contents), gridResolution: COARSE_RESOLUTION })
  const water = {
    ends: Float64Array.from(RIVERS.flat()),
    name: new Uint32Array(RIVERS.length),
    names: [''],
  }
  const ground: Ground = { ...dry, water }
  const unknown = new Float64Array(ground.grid.cells.length).fill(Number.NaN)
  const movement = movementOf(contents, 'coa-1')
  facts = {
    ground,
    ...movement,
    areas: [...tables.areas.values()],
    situation: { underservedScore: unknown, need: { score: unknown } },
    incidentCount: new Float64Array(ground.grid.cells.length),
    units: [...tables.units.values()],
    lockedZones: [],
    minutesFrom: () => unknown,
    postings: [],
    resourceTypes: [],
  }
  const { planningAt } = movement.operation
  const baseIds = basesWithUnits({ ...facts, planningAt }).map(({ id }) => id)
  wish = { ...FIRST_ZONE_WISH, effort: 'quick', measureId: 'area', baseIds }
  links = cellLinks(facts)
  proposal = finish(proposeZones(facts, wish))
})

/** Cells in an outline that are not come to from a base over passable links within it. */
function unwalked({ outline, baseIds }: ZoneProposal['zones'][number]): number {
  const { grid } = facts.ground
  const { holds } = prepareOutline(outline)
  const isIn = grid.cells.map((_, cell) => holds(grid.lonDegrees[cell]!, grid.latDegrees[cell]!))
  const [lon, lat] = facts.bases.find(({ id }) => id === baseIds[0])!.position
  const home = cellLocator(grid)(lon, lat)
  const start = home >= 0 && isIn[home] ? home : isIn.indexOf(true)
  const open = [start]
  const seen = new Set(open)
  for (const cell of open) {
    for (let at = links.linkOffsets[cell]!; at < links.linkOffsets[cell + 1]!; at++) {
      const near = links.links[at]!
      if (!isIn[near] || seen.has(near)) continue
      seen.add(near)
      open.push(near)
    }
  }
  return isIn.filter((each, cell) => each && !seen.has(cell)).length
}

describe('zones proposed on the built-in theatre, with two rivers across it', () => {
  it('cuts none by a river without a crossing', () => {
    expect(links.cutCount).toBeGreaterThan(20)
    expect(proposal.zones).toHaveLength(wish.baseIds.length)
    for (const zone of proposal.zones) expect(unwalked(zone)).toBe(0)
  })

  it('makes them even in area, and says how even', () => {
    expect(proposal.balanceIndex).toBeGreaterThanOrEqual(proposal.balanceBound)
    expect(proposal.balanceIndex).toBeLessThan(1.25)
    expect(balanceSentence(proposal)).toMatch(/^The largest load is 1\.\d\d times its even share/)
  })

  it('draws sound outlines that with what is left out make up the theatre', () => {
    const theatre = areaSquareKilometres(facts.areas.flatMap(({ outline }) => outline))
    const own = proposal.zones.reduce(
      (sum, { outline }) => sum + areaSquareKilometres([outline]),
      0,
    )
    const out = proposal.leftOut.reduce((sum, each) => sum + each.areaSquareKilometres, 0)
    expect((own + out) / theatre).toBeCloseTo(1, 1)
    expect(own / theatre).toBeGreaterThan(0.95)
    for (const { outline } of proposal.zones) expect(faultIn(outline)).toBeNull()
    const apart = proposal.leftOut.filter(({ why }) => why === 'apart')
    expect(apart.reduce((sum, { peopleCount }) => sum + peopleCount, 0)).toBe(0)
    expect(leftOutSentences(proposal)[0]).toMatch(/closed ground and are in no zone\.$/)
  })

  it('gives neighbours other tints', () => {
    const near = new Set(proposal.zones.map(({ tint }) => tint))
    expect(near.size).toBeGreaterThan(3)
  })

  it('keeps to county lines: a county without two bases is in one zone, river apart', () => {
    const kept = hasty(proposeZones(facts, { ...wish, keepsCounties: true }))
    const lofa = facts.areas.find(({ name }) => name === 'River Gee')!
    const { grid, areaIds } = facts.ground
    const holders = new Set<string>()
    const zones = kept.zones.map(({ name, outline }) => ({ name, ...prepareOutline(outline) }))
    grid.cells.forEach((_, cell) => {
      if (areaIds[grid.areaIndex[cell]!] !== lofa.id) return
      const zone = zones.find(({ holds }) => holds(grid.lonDegrees[cell]!, grid.latDegrees[cell]!))
      if (zone) holders.add(zone.name)
    })
    expect(holders.size).toBe(1)
  })

  it('leaves a locked zone its ground, and gives a base in it no zone', () => {
    const [first] = proposal.zones
    const locked: Zone = aZone({
      name: 'Kept',
      kind: 'aor',
      isLocked: true,
      outline: first!.outline,
    })
    const other = hasty(proposeZones({ ...facts, lockedZones: [locked] }, wish))
    expect(other.zones).toHaveLength(proposal.zones.length - 1)
    expect(other.notes.join()).toContain('stands in Kept, which is locked; it gets no zone.')
    const { grid } = facts.ground
    const { holds } = prepareOutline(locked.outline)
    const zones = other.zones.map(({ outline }) => prepareOutline(outline))
    grid.cells.forEach((_, cell) => {
      const [lon, lat] = [grid.lonDegrees[cell]!, grid.latDegrees[cell]!]
      if (holds(lon, lat)) expect(zones.some((zone) => zone.holds(lon, lat))).toBe(false)
    })
  })

  it('says so where no base is left', () => {
    expect(() => finish(proposeZones(facts, { ...wish, baseIds: [] }))).toThrow('no chosen base')
  })

  it('shares the work of patrols out by who can do it, better than by area', () => {
    const walked = new Map(facts.bases.map((base) => [base.id, crowMinutes(base)]))
    const minutesFrom = ({ id }: Base) => walked.get(id)!
    const peopleCount = Float64Array.from(facts.ground.grid.cells, (_, cell) => 500 * (cell % 5))
    const ground: Ground = { ...facts.ground, peopleCount }
    const patrols = { ...facts, ground, minutesFrom }
    const asked: ZoneWish = { ...wish, measureId: 'workload' }
    const shared = finish(proposeZones(patrols, asked))
    const force = zoneForceOf(patrols, ground)
    const { score } = facts.situation.need
    const bases = shared.zones.map(
      ({ baseIds }) => facts.bases.find(({ id }) => id === baseIds[0])!,
    )
    const work = baseWork(ground, score, bases.map(minutesFrom))
    const pressures = (zones: ZoneProposal['zones']) =>
      zones.map(({ outline, baseIds }) => {
        const at = bases.findIndex(({ id }) => id === baseIds[0])
        const cells = cellsWithin(outline)
        const load = cells.reduce((sum, cell) => sum + work[at]![cell]!, 0)
        return { load, perTroop: load / troopsAtBase(force, baseIds[0]!) }
      })
    const own = pressures(shared.zones)
    const known = [...own.keys()].filter((at) => Number.isFinite(own[at]!.perTroop))
    expect(shared.notes.join()).toContain('No strength is known at Team Site Saclepea')
    expect(known).toHaveLength(own.length - 1)
    const evens = known.map((at) => shared.zones[at]!.loadOverEven / own[at]!.perTroop)
    for (const at of own.keys()) expect(shared.zones[at]!.load).toBeCloseTo(own[at]!.load, 6)
    for (const even of evens) expect(even / evens[0]!).toBeCloseTo(1, 5)
    const most = (zones: ZoneProposal['zones']) =>
      Math.max(...pressures(zones).map(({ perTroop }) => perTroop || 0))
    expect(most(shared.zones)).toBeLessThan(0.2 * most(proposal.zones))
    expect(shared.balanceIndex).toBeGreaterThanOrEqual(shared.balanceBound)
    expect(shared.balanceIndex / shared.balanceBound).toBeLessThan(1.06)
    const seedFacts = { ...patrols, force, cellAt: cellLocator(ground.grid), lockedAt: () => null }
    const sharesBy = (shareBy: ZoneWish['shareBy']) =>
      zoneSeeds(seedFacts, { ...asked, shareBy }).seeds.map(({ share }) => share)
    expect(sharesBy('equal')).toEqual(sharesBy('strength'))
  })
})

/** What a search has that is stopped as soon as it can be: zones are whole at every step. */
function hasty(steps: ReturnType<typeof proposeZones>): ZoneProposal {
  let step = steps.next()
  while (!step.done) step = steps.next(true)
  return step.value
}

function cellsWithin(outline: Polygon): number[] {
  const { grid } = facts.ground
  const { holds } = prepareOutline(outline)
  return [...grid.cells.keys()].filter((cell) =>
    holds(grid.lonDegrees[cell]!, grid.latDegrees[cell]!),
  )
}

/** Straight there at 30 km/h. */
function crowMinutes({ position: [lon, lat] }: Base): Float64Array {
  const { lonDegrees, latDegrees } = facts.ground.grid
  return lonDegrees.map((own, cell) => metresBetweenDegrees(lon, lat, own, latDegrees[cell]!) / 500)
}
