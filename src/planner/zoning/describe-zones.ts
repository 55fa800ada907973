import { prepareOutline } from '#analysis/cells/prepared-outline.ts'
import type { Ground } from '#analysis/ground.ts'
import { freeName } from '#core/free-name.ts'
import { areaSquareKilometres as sizeOf } from '#core/geo/polygon.ts'
import type { Polygon } from '#core/place.ts'
import { pieces } from './pieces.ts'
import type { SharedOut } from './share-out.ts'
import type { LeftOutGround, ProposedZone, ZoneProposal } from './zone-proposal.ts'
import type { ZoneSeed } from './zone-seeds.ts'

type Told = {
  readonly ground: Ground
  readonly seeds: readonly ZoneSeed[]
  readonly minutes: readonly Float64Array[]
  readonly amounts: readonly Float64Array[]
  readonly zoneOfCell: Int32Array
  readonly isTaken: Uint8Array
  readonly isClosed: Uint8Array
  readonly outlines: readonly (readonly Polygon[])[]
  readonly shared: SharedOut
}

/** Parts of a zone that came off at coast or frontier and are smaller are not worth a word. */
const LEAST_PART_SQUARE_KILOMETRES = 0.05

/** Zones by name and figures, and what is in none. */
export function describeZones(
  told: Told,
): Pick<ZoneProposal, 'zones' | 'leftOut' | 'unknownPeopleCount'> {
  const tints = tintsOf(told)
  const names: string[] = []
  const apart: LeftOutGround[] = []
  const zones = told.seeds.map((_, zone) => {
    const [main, ...parts] = told.outlines[zone]!.map((outline) => ({
      outline,
      areaSquareKilometres: sizeOf([outline]),
    }))
    for (const part of parts) {
      const { areaSquareKilometres } = part
      if (areaSquareKilometres < LEAST_PART_SQUARE_KILOMETRES) continue
      const position = part.outline[0]![0]!
      apart.push({ why: 'apart', position, ...cellsIn(told, part.outline), areaSquareKilometres })
    }
    const name = freeName(nameOf(told.seeds[zone]!), names)
    names.push(name)
    return zoneAs(told, { zone, name, tint: tints[zone]!, main: main ?? null })
  })
  return {
    zones: zones.filter((zone) => zone !== null),
    leftOut: [...unreached(told), ...apart],
    unknownPeopleCount: unknownPeople(told),
  }
}

/** Cells with their middle in a part, and their people. */
function cellsIn({ ground: { grid, peopleCount } }: Told, outline: Polygon) {
  const { holds } = prepareOutline(outline)
  const cells = [...grid.cells.keys()].filter((cell) =>
    holds(grid.lonDegrees[cell]!, grid.latDegrees[cell]!),
  )
  const people = cells.reduce((sum, cell) => sum + peopleCount[cell]!, 0)
  return { cellCount: cells.length, peopleCount: people }
}

function zoneAs(
  { ground, seeds, minutes, amounts, zoneOfCell, shared }: Told,
  own: {
    readonly zone: number
    readonly name: string
    readonly tint: number
    readonly main: { readonly outline: Polygon; readonly areaSquareKilometres: number } | null
  },
): ProposedZone | null {
  const { zone, name, tint, main } = own
  if (!main) return null
  const amount = amounts[zone] ?? amounts[0]!
  const sums = { load: 0, people: 0, cells: 0, reached: 0, minutes: 0 }
  zoneOfCell.forEach((each, cell) => {
    if (each !== zone) return
    const people = ground.peopleCount[cell]!
    sums.cells++
    sums.people += people
    if (amount[cell]! > 0) sums.load += amount[cell]!
    if (Number.isNaN(minutes[zone]![cell]!)) return
    sums.reached += people
    sums.minutes += people * minutes[zone]![cell]!
  })
  const even = shared.evenUnits[zone]!
  return {
    name,
    baseIds: seeds[zone]!.bases.map(({ id }) => id),
    ...main,
    tint,
    load: sums.load,
    loadOverEven: even > 0 ? shared.loadUnits[zone]! / even : Number.NaN,
    peopleCount: sums.people,
    cellCount: sums.cells,
    meanMinutes: sums.minutes / sums.reached,
  }
}

/** What kind of base it is stands before the name of its place, as people write it. */
const BASE_WORDS = /^(force hq|sector hq|cob|tob|scd|team site|airfield|base|camp)\s+/i

function nameOf({ bases }: ZoneSeed): string {
  const places = bases.map(({ name }) => name.replace(BASE_WORDS, ''))
  return [...new Set(places)].join(' and ').slice(0, 60)
}

/** Ground that no base comes to, piece by piece. */
function unreached({ ground, zoneOfCell, isTaken, isClosed }: Told): LeftOutGround[] {
  const { grid, peopleCount } = ground
  const isOut = (cell: number) => zoneOfCell[cell] === -1 && isTaken[cell] === 0
  const onGrid = {
    blockCount: grid.cells.length,
    linkOffsets: grid.neighbourOffsets,
    links: grid.neighbours,
  }
  return (['closedGround', 'noWay'] as const).flatMap((why) =>
    pieces(
      onGrid,
      (cell) => isOut(cell) && (isClosed[cell] === 1) === (why === 'closedGround'),
    ).map(
      (cells): LeftOutGround => ({
        why,
        cellCount: cells.length,
        peopleCount: cells.reduce((sum, cell) => sum + peopleCount[cell]!, 0),
        areaSquareKilometres: cells.reduce(
          (sum, cell) => sum + grid.areaSquareKilometres[cell]!,
          0,
        ),
        position: [grid.lonDegrees[cells[0]!]!, grid.latDegrees[cells[0]!]!],
      }),
    ),
  )
}

function unknownPeople({ ground, amounts, zoneOfCell }: Told): number {
  return ground.peopleCount.reduce((sum, people, cell) => {
    const zone = zoneOfCell[cell]!
    const amount = zone >= 0 ? (amounts[zone] ?? amounts[0]!) : null
    return amount && Number.isNaN(amount[cell]!) ? sum + people : sum
  }, 0)
}

const TINT_COUNT = 8

/** Tints such that zones side by side wear different ones, most neighbours first. */
function tintsOf({ ground: { grid }, seeds, zoneOfCell }: Told): number[] {
  const beside = seeds.map(() => new Set<number>())
  zoneOfCell.forEach((zone, cell) => {
    for (let at = grid.neighbourOffsets[cell]!; at < grid.neighbourOffsets[cell + 1]!; at++) {
      const other = zoneOfCell[grid.neighbours[at]!]!
      if (zone >= 0 && other >= 0 && other !== zone) beside[zone]!.add(other)
    }
  })
  const tints = seeds.map(() => -1)
  const order = [...seeds.keys()].sort((a, b) => beside[b]!.size - beside[a]!.size || a - b)
  const wearers = new Array<number>(TINT_COUNT).fill(0)
  for (const zone of order) {
    const near = new Set([...beside[zone]!].map((other) => tints[other]!))
    const free = [...wearers.keys()].filter((tint) => !near.has(tint))
    const from = free.length > 0 ? free : [...wearers.keys()]
    const tint = from.reduce((least, each) => (wearers[each]! < wearers[least]! ? each : least))
    tints[zone] = tint
    wearers[tint]!++
  }
  return tints
}
