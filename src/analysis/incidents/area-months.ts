import { monthOf } from '#core/time/months.ts'
import type { PlacedIncidents } from './incident-cells.ts'

/** Reported incidents by area, category and calendar month (UTC); what patrols found is left out. */
export type AreaMonths = {
  /** Year × 12 + month, January being 0. */
  readonly firstMonth: number
  readonly monthCount: number
  readonly areaCount: number
  /** '' stands for "not told". */
  readonly categories: readonly string[]
  /** Entry [(area × categories + category) × monthCount + month]. */
  readonly counts: Uint32Array
}

/** Counts incidents up to an instant by the area of their cell; those off the ground are in none. */
export function areaMonths(
  incidents: PlacedIncidents,
  areaOfCell: ArrayLike<number>,
  {
    areaCount,
    untilEpochMinutes,
  }: { readonly areaCount: number; readonly untilEpochMinutes: number },
): AreaMonths {
  const { count, cell, isDiscovered, occurredEpochMinutes, categoryCode, categoryLabels } =
    incidents
  const months = new Int32Array(count).fill(-1)
  let [firstMonth, lastMonth] = [Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    const isCounted = cell[i]! >= 0 && !isDiscovered[i] && (areaOfCell[cell[i]!] ?? -1) >= 0
    if (!isCounted || !(occurredEpochMinutes[i]! <= untilEpochMinutes)) continue
    months[i] = monthOf(occurredEpochMinutes[i]!)
    firstMonth = Math.min(firstMonth, months[i]!)
    lastMonth = Math.max(lastMonth, months[i]!)
  }
  const categories = [...categoryLabels, '']
  const found = emptyMonths({ firstMonth, lastMonth, areaCount, categories })
  for (let i = 0; i < count; i++) {
    if (months[i]! < 0) continue
    const category = categoryCode[i]! < 0 ? categories.length - 1 : categoryCode[i]!
    const row = areaOfCell[cell[i]!]! * categories.length + category
    found.counts[row * found.monthCount + months[i]! - firstMonth]!++
  }
  return found
}

/** The sum of several, over all months of any of them. */
export function joinAreaMonths(parts: readonly AreaMonths[]): AreaMonths {
  const held = parts.filter(({ monthCount }) => monthCount > 0)
  const categories = [...new Set(held.flatMap((part) => part.categories))]
  const joined = emptyMonths({
    firstMonth: Math.min(...held.map((part) => part.firstMonth)),
    lastMonth: Math.max(...held.map((part) => part.firstMonth + part.monthCount - 1)),
    areaCount: Math.max(0, ...parts.map((part) => part.areaCount)),
    categories,
  })
  for (const part of held) {
    const shift = part.firstMonth - joined.firstMonth
    part.counts.forEach((value, at) => {
      const row = Math.floor(at / part.monthCount)
      const area = Math.floor(row / part.categories.length)
      const category = categories.indexOf(part.categories[row % part.categories.length]!)
      const to = (area * categories.length + category) * joined.monthCount
      joined.counts[to + shift + (at % part.monthCount)]! += value
    })
  }
  return joined
}

/** The series of one area, or of all (null), over the categories that count. */
export function monthSeries(
  { monthCount, areaCount, categories, counts }: AreaMonths,
  area: number | null,
  isCounted: (category: string) => boolean,
): Float64Array {
  const series = new Float64Array(monthCount)
  for (let a = area ?? 0; a < (area === null ? areaCount : area + 1); a++) {
    categories.forEach((category, c) => {
      if (!isCounted(category)) return
      const from = (a * categories.length + c) * monthCount
      for (let month = 0; month < monthCount; month++) series[month]! += counts[from + month]!
    })
  }
  return series
}

function emptyMonths(of: {
  readonly firstMonth: number
  readonly lastMonth: number
  readonly areaCount: number
  readonly categories: readonly string[]
}): AreaMonths {
  const monthCount = Math.max(0, of.lastMonth - of.firstMonth + 1) || 0
  return {
    firstMonth: monthCount > 0 ? of.firstMonth : 0,
    monthCount,
    areaCount: of.areaCount,
    categories: of.categories,
    counts: new Uint32Array(of.areaCount * of.categories.length * monthCount),
  }
}
