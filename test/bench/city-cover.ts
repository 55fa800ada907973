import type { LocationCase } from '#planner/locate/location-problem.ts'
import { mclp } from '#planner/locate/mclp.ts'
import { benchmarkTable, benchmarkText } from '../planner/benchmarks.ts'
import type { BenchRow } from './bench-row.ts'
import { timedLocate } from './timed-locate.ts'

const EARTH_METRES = 6_378_100

/** MCLP on the addresses of a city, with the distances of those who published the best known values. */
export function cityCoverRows(): BenchRow[] {
  const facts = newYork()
  return benchmarkTable('ails-mclp/optima.csv').map(([name, p, radius, value]) => {
    const best = Number(value)
    const asked = { openCount: Number(p), radius: Number(radius) }
    const { found, cpuSeconds } = timedLocate(mclp, facts, asked, 10)
    return {
      name: `locate mclp, ${name} p = ${p}`,
      figures: {
        'best known': best,
        found: found.objective,
        'off best known': `${((100 * (best - found.objective)) / best).toFixed(3)} %`,
        'proven gap': `${(100 * found.gapShare).toFixed(2)} %`,
        'CPU s': cpuSeconds,
        goal: '0.3 % of the best known, proven 2 %',
      },
    }
  })
}

/** Points by latitude and longitude in degrees, with a weight; every point may be a site. */
function newYork(): LocationCase {
  const [places = '', demand = ''] = benchmarkText('ails-mclp/NewYork.txt')
    .split('NODE_COORD_SECTION')[1]!
    .split('DEMAND_SECTION')
  const rows = numbersIn(places)
  const weights = numbersIn(demand).map(([weight]) => weight!)
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const count = rows.length
  const distances = new Float64Array(count * count)
  for (let i = 0; i < count; i++) {
    const [latA, lonA] = [radians(rows[i]![0]!), radians(rows[i]![1]!)]
    for (let j = 0; j < count; j++) {
      if (i === j) continue
      const [latB, lonB] = [radians(rows[j]![0]!), radians(rows[j]![1]!)]
      const cosine =
        Math.cos(latA) * Math.cos(latB) * Math.cos(lonA - lonB) + Math.sin(latA) * Math.sin(latB)
      const angle = Math.fround(Math.acos(cosine))
      distances[i * count + j] = Number.isNaN(angle) ? 0 : Math.fround(angle * EARTH_METRES)
    }
  }
  return {
    siteIds: rows.map((_, i) => String(i)),
    weights: Float64Array.from(weights),
    distances,
    openCount: null,
  }
}

/** The numbers of each line that has nothing but numbers. */
function numbersIn(text: string): number[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => /^[\s\d.-]*\d[\s\d.-]*$/.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number))
}
