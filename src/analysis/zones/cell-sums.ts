import { SAMPLES_PER_CELL } from '../cells/cell-samples.ts'
import type { ZoneCells } from '../cells/zone-cells.ts'
import { UNDERSERVED_SCORE } from '../compare/underserved-score.ts'
import { FINENESS, wholeUnits } from '../whole-units.ts'
import type { ZoneFacts } from './zone-facts.ts'

/**
 * What is summed over cells, in whole numbers: a cell has so many 1,024ths of each, a zone counts
 * them once for each 25th of the cell that it holds. So sums are exact, in any order, and those of
 * parts add up to the whole to the last bit, up to 300 million people.
 */
export const CELL_SUMS = [
  'people',
  'knownPeople',
  'needPeople',
  'underservedPeople',
  'reachedPeople',
  'responseMinutesPeople',
  'withinPeople',
  'visits',
  'squareKilometres',
  'restrictedSquareKilometres',
] as const

/** See CELL_SUMS. */
export type CellSums = Readonly<Record<(typeof CELL_SUMS)[number], number>>

/** So many of a sum are one person, visit or square kilometre. */
export const SUM_UNITS = SAMPLES_PER_CELL * FINENESS

const tables = new WeakMap<ZoneFacts, Float64Array>()

/** Sums over the parts of cells that a zone holds. */
export function cellSums(facts: ZoneFacts, { cells, parts }: ZoneCells): CellSums {
  const table = tableOf(facts)
  const width = CELL_SUMS.length
  const sums = new Float64Array(width)
  for (let i = 0; i < cells.length; i++) {
    const part = parts[i]!
    const at = cells[i]! * width
    for (let column = 0; column < width; column++) sums[column]! += part * table[at + column]!
  }
  return Object.fromEntries(CELL_SUMS.map((name, i) => [name, sums[i]!])) as CellSums
}

const totals = new WeakMap<ZoneFacts, CellSums>()

/** Sums over the whole ground. */
export function groundSums(facts: ZoneFacts): CellSums {
  const before = totals.get(facts)
  if (before) return before
  const cells = Uint32Array.from(facts.ground.grid.cells, (_, cell) => cell)
  const parts = new Uint8Array(cells.length).fill(SAMPLES_PER_CELL)
  const made = cellSums(facts, { cells, parts, masks: cells })
  totals.set(facts, made)
  return made
}

function tableOf(facts: ZoneFacts): Float64Array {
  const before = tables.get(facts)
  if (before) return before
  const { ground, situation, restrictedShare, responseStandardMinutes } = facts
  const { need, underservedScore, responseMinutes, presence } = situation
  const width = CELL_SUMS.length
  const table = new Float64Array(ground.grid.cells.length * width)
  for (let cell = 0; cell < ground.grid.cells.length; cell++) {
    const people = ground.peopleCount[cell]!
    const score = need.score[cell]!
    const minutes = responseMinutes[cell]!
    const area = ground.grid.areaSquareKilometres[cell]!
    const amounts: Readonly<Record<(typeof CELL_SUMS)[number], number>> = {
      people,
      knownPeople: Number.isNaN(score) ? 0 : people,
      needPeople: Number.isNaN(score) ? 0 : people * score,
      underservedPeople: underservedScore[cell]! >= UNDERSERVED_SCORE ? people : 0,
      reachedPeople: Number.isNaN(minutes) ? 0 : people,
      responseMinutesPeople: Number.isNaN(minutes) ? 0 : people * minutes,
      withinPeople: minutes <= responseStandardMinutes ? people : 0,
      visits: presence.visitCount[cell]!,
      squareKilometres: area,
      restrictedSquareKilometres: area * restrictedShare[cell]!,
    }
    CELL_SUMS.forEach((name, i) => {
      table[cell * width + i] = wholeUnits(amounts[name])
    })
  }
  tables.set(facts, table)
  return table
}
