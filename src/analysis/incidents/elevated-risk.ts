import type { NearRepeatTable } from './near-repeat.ts'

/** After an incident more are to be expected, so far around it and so long. */
export type ElevatedRisk = {
  /** In the unit of the table’s edges. */
  readonly withinDistance: number
  readonly withinDays: number
  /** Observed over expected pairs, over all of it. */
  readonly ratio: number
}

/**
 * The widest block of bands, from the spot and the day of an incident on, in which every band has
 * more pairs than chance makes; of equally wide ones the one with the higher ratio.
 *
 * @param leastRatio observed over expected; 1.2 unless told, as the Near Repeat Calculator’s manual
 *   has it (from memory).
 * @returns null where there is none.
 */
export function elevatedRisk(
  table: NearRepeatTable,
  { leastRatio = 1.2, level = 0.05 } = {},
): ElevatedRisk | null {
  const { spaceEdges, dayEdges, observed, expected, ratio, pValue } = table
  const isRaised = (space: number, day: number) => {
    const i = space * dayEdges.length + day
    return ratio[i]! >= leastRatio && pValue[i]! < level
  }
  let best: ElevatedRisk | null = null
  let bestSize = 0
  let dayCount = dayEdges.filter(Number.isFinite).length
  const spaceCount = spaceEdges.filter(Number.isFinite).length
  for (let space = 0; space < spaceCount; space++) {
    let raised = 0
    while (raised < dayCount && isRaised(space, raised)) raised++
    dayCount = raised
    const size = (space + 1) * dayCount
    if (size === 0) break
    let [seen, chance] = [0, 0]
    for (let s = 0; s <= space; s++) {
      for (let day = 0; day < dayCount; day++) {
        seen += observed[s * dayEdges.length + day]!
        chance += expected[s * dayEdges.length + day]!
      }
    }
    const found = {
      withinDistance: spaceEdges[space]!,
      withinDays: dayEdges[dayCount - 1]!,
      ratio: seen / chance,
    }
    if (size > bestSize || (size === bestSize && found.ratio > best!.ratio)) {
      best = found
      bestSize = size
    }
  }
  return best
}
