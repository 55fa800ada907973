import FlatQueue from 'flatqueue'
import { createRandom } from '#core/random.ts'
import type { PlanProblem, PlanSite, PlanType } from '#planner/problem.ts'

/** A problem with every setting at rest; a test states only what it is about. */
export function aProblem(
  parts: Partial<PlanProblem> & Pick<PlanProblem, 'sites' | 'types' | 'demand' | 'minutes'>,
): PlanProblem {
  const cellCount = parts.demand[0]!.length
  const slotCount = parts.sites.length * parts.types.length
  return {
    aim: 'cover',
    stratumNames: ['North'],
    cellStratum: new Int32Array(cellCount),
    cellNames: Array.from({ length: cellCount }, (_, cell) => `cell ${cell}`),
    peopleCount: new Float64Array(cellCount).fill(100),
    demandRange: null,
    budgetUsd: null,
    floorShare: 0,
    floorPricePoints: 0,
    currentCount: new Int32Array(slotCount),
    fixedCount: new Int32Array(slotCount),
    maxMoveCount: null,
    movePricePoints: 0,
    costPricePoints: 0,
    ...parts,
  }
}

/** A site with room for anything. */
export function aSite(index: number, parts: Partial<PlanSite> = {}): PlanSite {
  const placeId = `site-${String(index).padStart(3, '0')}`
  return {
    placeId,
    name: `Site ${index}`,
    cell: -1,
    capacityUnits: 1000,
    openingCostUsd: 0,
    rule: 'optional',
    barredTypes: [],
    ...parts,
  }
}

/** A type that needs nothing and covers a cell once. */
export function aType(parts: Partial<PlanType> = {}): PlanType {
  return {
    id: 'platoon',
    name: 'Platoon',
    supplyCount: 1,
    reserveCount: 0,
    sizeUnits: 1,
    costUsd: 0,
    reachMinutes: 60,
    grades: [],
    travelKey: 'vehicle',
    weight: 1,
    levelValues: [1],
    needs: null,
    hasFloor: false,
    ...parts,
  }
}

/** A small random problem with every kind of limit, small enough to try every laydown. */
export function aSmallProblem(seed: number): PlanProblem {
  const random = createRandom(seed)
  const cellCount = 4 + random.below(6)
  const siteCount = 2 + random.below(2)
  const typeCount = 1 + random.below(2)
  const types = Array.from({ length: typeCount }, (_, r) =>
    aType({
      id: `type-${r}`,
      name: `Type ${r}`,
      supplyCount: 1 + random.below(3),
      sizeUnits: 1 + random.below(2),
      costUsd: 10 * random.below(4),
      reachMinutes: 40 + 20 * r,
      weight: r === 1 && random.below(3) === 0 ? 0 : 1 + random.below(3),
      levelValues: [1, 0.4, 0.15].slice(0, 1 + random.below(3)),
      needs:
        r === 0 && typeCount === 2 && random.below(2) === 0
          ? { typeIndex: 1, ratio: [0.5, 1, 2][random.below(3)]! }
          : null,
      hasFloor: random.below(2) === 0,
    }),
  )
  // What came later is drawn from its own chance, so that problems keep what they had before.
  const later = createRandom(seed + 1e9)
  const graded = types.map((type) => ({
    ...type,
    reserveCount: later.below(4) === 0 ? 1 : 0,
    grades:
      later.below(3) === 0
        ? [
            { withinMinutes: type.reachMinutes / 2, worth: 1 },
            { withinMinutes: type.reachMinutes + (later.below(2) === 0 ? 0 : 30), worth: 0.4 },
          ]
        : [],
  }))
  const slotCount = siteCount * typeCount
  const stock = types.map((type) => type.supplyCount)
  const current = Int32Array.from({ length: slotCount }, (_, slot) => {
    const isHere = random.below(2) === 0 && stock[slot % typeCount]! > 0
    if (isHere) stock[slot % typeCount]! -= 1
    return isHere ? 1 : 0
  })
  const minutes = Float64Array.from({ length: siteCount * cellCount }, () =>
    random.below(8) === 0 ? Number.NaN : random.below(120),
  )
  const rules = ['optional', 'optional', 'optional', 'forced', 'forbidden'] as const
  return aProblem({
    sites: Array.from({ length: siteCount }, (_, j) =>
      aSite(j, {
        capacityUnits: 1 + random.below(5),
        openingCostUsd: 10 * random.below(3),
        rule: rules[random.below(rules.length)]!,
        barredTypes: later.below(6) === 0 ? [later.below(typeCount)] : [],
      }),
    ),
    types: graded,
    demand: types.map(() => Float64Array.from({ length: cellCount }, () => random.below(10))),
    minutes: { vehicle: minutes, foot: minutes },
    stratumNames: ['North', 'South'],
    cellStratum: Int32Array.from({ length: cellCount }, () => random.below(3) - 1),
    budgetUsd: random.below(2) === 0 ? null : 20 + random.below(80),
    floorShare: random.below(2) === 0 ? 0 : 0.5,
    floorPricePoints: 5 * random.below(4),
    currentCount: current,
    fixedCount: current.map((count) => (random.below(4) === 0 ? count : 0)),
    maxMoveCount: random.below(2) === 0 ? null : random.below(4),
    movePricePoints: random.below(3),
    costPricePoints: later.below(3) === 0 ? 50 * later.below(4) : 0,
  })
}

const COUNTRY_TYPES = [
  { supplyCount: 60, sizeUnits: 2, costUsd: 10, reachMinutes: 60, weight: 1 },
  { supplyCount: 40, sizeUnits: 1, costUsd: 6, reachMinutes: 75, weight: 0.6 },
  { supplyCount: 30, sizeUnits: 2, costUsd: 8, reachMinutes: 120, weight: 0.8 },
  { supplyCount: 20, sizeUnits: 2, costUsd: 15, reachMinutes: 60, weight: 1.2 },
  { supplyCount: 15, sizeUnits: 3, costUsd: 20, reachMinutes: 90, weight: 0.5 },
] as const

/**
 * The size of a country: cells in rows of 60, five types (or six) under budget, floors and
 * restricted zones; nothing is in place yet.
 */
export function aCountry(
  seed: number,
  { rowCount = 50, siteCount = 200, typeCount = 5 } = {},
): PlanProblem {
  const random = createRandom(seed)
  const columns = 60
  const cellCount = columns * rowCount
  const x = (cell: number) => (cell % columns) * 6 + (Math.floor(cell / columns) % 2) * 3
  const y = (cell: number) => Math.floor(cell / columns) * 5.2
  const hubs = Array.from({ length: 25 }, () => ({
    cell: random.below(cellCount),
    people: 2_000 + random.below(60_000),
    spread: 8 + random.below(30),
  }))
  const people = Float64Array.from({ length: cellCount }, (_, cell) =>
    hubs.reduce((sum, hub) => {
      const dx = x(cell) - x(hub.cell)
      const dy = y(cell) - y(hub.cell)
      return sum + hub.people / (1 + ((dx * dx + dy * dy) / (hub.spread * hub.spread)) ** 2)
    }, 20),
  ).map(Math.round)
  const zones = Array.from({ length: 10 }, () => ({
    cell: random.below(cellCount),
    radius: 15 + random.below(31),
    isHard: random.below(2) === 0,
  }))
  const speed = Float64Array.from({ length: cellCount }, (_, cell) => {
    let kilometresPerHour = 25 + random.next() * 30
    for (const zone of zones) {
      const dx = x(cell) - x(zone.cell)
      const dy = y(cell) - y(zone.cell)
      if (dx * dx + dy * dy > zone.radius * zone.radius) continue
      if (zone.isHard && random.below(2) === 0) return 0
      kilometresPerHour *= zone.isHard ? 0.5 : 0.6
    }
    return kilometresPerHour
  })
  const sites: number[] = []
  while (sites.length < siteCount) {
    const cell = random.below(cellCount)
    if (speed[cell]! > 0 && !sites.includes(cell)) sites.push(cell)
  }
  const minutes = new Float32Array(siteCount * cellCount)
  sites.forEach((from, site) => {
    minutes.set(hexMinutes({ columns, rowCount, speed }, from), site * cellCount)
  })
  const types = COUNTRY_TYPES.map((type, r) =>
    aType({
      ...type,
      id: `type-${r}`,
      name: `Type ${r}`,
      levelValues: [1, 0.4, 0.15],
      needs: r === 0 ? { typeIndex: 1, ratio: 2 } : null,
      hasFloor: r === 0 || r === 3,
    }),
  )
  const extra = aType({ id: 'type-5', name: 'Type 5', supplyCount: 10, reachMinutes: 45 })
  const demandOf = () => people.map((count) => Math.round(count * (0.2 + random.next())))
  const used = typeCount > 5 ? [...types, extra] : types
  return aProblem({
    sites: sites.map((_, j) =>
      aSite(j, {
        cell: sites[j]!,
        capacityUnits: 4 + random.below(9),
        openingCostUsd: 10 + random.below(30),
      }),
    ),
    types: used,
    demand: used.map(demandOf),
    minutes: { vehicle: minutes, foot: minutes },
    stratumNames: Array.from({ length: 15 }, (_, s) => `County ${s + 1}`),
    cellStratum: Int32Array.from(
      { length: cellCount },
      (_, cell) => Math.floor((cell % columns) / 12) * 3 + Math.floor((3 * cell) / cellCount),
    ),
    peopleCount: people,
    budgetUsd: 2200,
    floorShare: 0.35,
    floorPricePoints: 1.2,
  })
}

type HexGround = {
  readonly columns: number
  readonly rowCount: number
  readonly speed: Float64Array
}

function hexMinutes({ columns, rowCount, speed }: HexGround, from: number): Float32Array {
  const minutes = new Float32Array(speed.length).fill(Number.NaN)
  const queue = new FlatQueue<number>()
  queue.push(from, 0)
  while (queue.length > 0) {
    const at = queue.peekValue()!
    const cell = queue.pop()!
    if (!Number.isNaN(minutes[cell]!)) continue
    minutes[cell] = at
    if (at > 150) continue
    const row = Math.floor(cell / columns)
    const column = cell % columns
    const shift = row % 2 === 0 ? -1 : 0
    const near = [
      [row, column - 1],
      [row, column + 1],
      [row - 1, column + shift],
      [row - 1, column + shift + 1],
      [row + 1, column + shift],
      [row + 1, column + shift + 1],
    ] as const
    for (const [r, c] of near) {
      const next = r * columns + c
      if (r < 0 || r >= rowCount || c < 0 || c >= columns || speed[next] === 0) continue
      queue.push(next, at + (6 * 60) / ((speed[cell]! + speed[next]!) / 2))
    }
  }
  return minutes
}
