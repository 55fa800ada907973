import { createRandom } from '#core/random.ts'
import { FREE, TAKEN, type ZoningProblem } from '#planner/zoning/zoning-problem.ts'

type Link = readonly [number, number]

/** A problem from undirected links; distance is steps over links from each seed. */
export function problemOf(
  blockCount: number,
  undirected: readonly Link[],
  facts: Partial<ZoningProblem> & Pick<ZoningProblem, 'seeds' | 'weightUnits'>,
): ZoningProblem {
  const near: number[][] = Array.from({ length: blockCount }, () => [])
  for (const [a, b] of undirected) {
    near[a]!.push(b)
    near[b]!.push(a)
  }
  const linkOffsets = new Uint32Array(blockCount + 1)
  near.forEach((list, block) => {
    linkOffsets[block + 1] = linkOffsets[block]! + list.length
  })
  const distance = new Float64Array(facts.seeds.length * blockCount).fill(blockCount)
  facts.seeds.forEach(({ block }, seed) => {
    const open = [block]
    distance[seed * blockCount + block] = 0
    for (const from of open) {
      for (const to of near[from]!) {
        const steps = distance[seed * blockCount + from]! + 1
        if (distance[seed * blockCount + to]! <= steps) continue
        distance[seed * blockCount + to] = steps
        open.push(to)
      }
    }
  })
  return {
    blockCount,
    linkOffsets,
    links: Uint32Array.from(near.flat()),
    distance,
    distanceWeight: new Float64Array(blockCount).fill(1),
    fixedZone: new Int32Array(blockCount).fill(FREE),
    mayHave: null,
    toleranceShare: 0,
    ...facts,
  }
}

/** A connected random graph of a few blocks, with some blocks fixed beside their seed. */
export function smallProblem(caseSeed: number): ZoningProblem {
  const random = createRandom(caseSeed)
  const blockCount = 5 + random.below(6)
  const seedCount = 2 + random.below(2)
  const links: Link[] = []
  for (let block = 1; block < blockCount; block++) links.push([random.below(block), block])
  for (let extra = random.below(blockCount); extra > 0; extra--) {
    const [a, b] = [random.below(blockCount), random.below(blockCount)]
    const isThere = links.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
    if (a !== b && !isThere) links.push([a, b])
  }
  const blocks = [...Array(blockCount).keys()]
  const seeds = Array.from({ length: seedCount }, () => ({
    block: blocks.splice(random.below(blocks.length), 1)[0]!,
    share: 1 + random.below(3),
  }))
  const weightUnits = Float64Array.from({ length: blockCount }, () => random.below(100))
  const fixedZone = new Int32Array(blockCount).fill(FREE)
  const beside = links.find(([a, b]) => a === seeds[0]!.block && seeds.every((s) => s.block !== b))
  if (beside && random.below(2) === 0) fixedZone[beside[1]] = 0
  return problemOf(blockCount, links, { seeds, weightUnits, fixedZone })
}

/** The same with a row of work for each seed: up to three times as much for one as for another. */
export function byWorker(problem: ZoningProblem, caseSeed: number): ZoningProblem {
  const random = createRandom(1000 + caseSeed)
  const weightUnits = Float64Array.from(
    { length: problem.seeds.length * problem.blockCount },
    (_, at) => problem.weightUnits[at % problem.blockCount]! * (1 + random.below(3)),
  )
  return { ...problem, weightUnits }
}

/** Square blocks in rows, cut by rivers along some columns with a bridge each, or none. */
export function riverGrid(caseSeed: number): {
  readonly problem: ZoningProblem
  readonly isLinked: (a: number, b: number) => boolean
} {
  const random = createRandom(caseSeed)
  const columns = 12 + random.below(10)
  const rows = 12 + random.below(10)
  const at = (column: number, row: number) => row * columns + column
  const rivers = new Map<number, number>()
  for (let river = 0; river < 3; river++) {
    rivers.set(2 + random.below(columns - 4), random.below(4) === 0 ? -1 : random.below(rows))
  }
  const links: Link[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (row + 1 < rows) links.push([at(column, row), at(column, row + 1)])
      const bridge = rivers.get(column)
      const isOpen = bridge === undefined || bridge === row
      if (column + 1 < columns && isOpen) links.push([at(column, row), at(column + 1, row)])
    }
  }
  const count = columns * rows
  const seeds = new Map<number, number>()
  while (seeds.size < 5) seeds.set(random.below(count), 1 + random.below(2))
  const fixedZone = new Int32Array(count).fill(FREE)
  for (let taken = 0; taken < 6; taken++) {
    const block = random.below(count)
    if (!seeds.has(block)) fixedZone[block] = TAKEN
  }
  const problem = problemOf(count, links, {
    seeds: [...seeds].map(([block, share]) => ({ block, share })),
    weightUnits: Float64Array.from({ length: count }, () => {
      const many = random.below(12) === 0 ? 40 : 1
      return random.below(100) * many
    }),
    fixedZone,
    toleranceShare: 0.05,
  })
  const known = new Set(links.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  return { problem, isLinked: (a, b) => known.has(`${a} ${b}`) }
}

/** Whether a zone's blocks all come to its seed over links among themselves. */
export function isWhole(problem: ZoningProblem, zoneOf: ArrayLike<number>, zone: number): boolean {
  const { linkOffsets, links, seeds, blockCount } = problem
  const open = [seeds[zone]!.block]
  const seen = new Set(open)
  if (zoneOf[open[0]!] !== zone) return false
  for (const block of open) {
    for (let at = linkOffsets[block]!; at < linkOffsets[block + 1]!; at++) {
      const near = links[at]!
      if (zoneOf[near] !== zone || seen.has(near)) continue
      seen.add(near)
      open.push(near)
    }
  }
  for (let block = 0; block < blockCount; block++) {
    if (zoneOf[block] === zone && !seen.has(block)) return false
  }
  return true
}
