import type { Ground } from '../ground.ts'
import type { Situation } from '../situation.ts'
import { FINENESS } from '../whole-units.ts'
import { wholePeople } from './whole-people.ts'

/** How far need is met in one county. */
export type CountyNeedMet = {
  readonly areaIndex: number
  readonly name: string
  /** Σ people × need × served over Σ people × need; NaN where no need is known. */
  readonly share: number
}

type Facts = Pick<Situation, 'need' | 'servedShare'>

/** People × need, all of it and what is met, by cell: whole numbers, NEED_UNITS to one person and point. */
export type NeedUnits = { readonly all: Float64Array; readonly met: Float64Array }

/** Exact up to 800 million people of the highest need. */
export const NEED_UNITS = FINENESS * 1024

type Known = NeedUnits & { readonly score: Float64Array; readonly peopleCount: Float64Array }
const known = new WeakMap<Float64Array, Known>()

/** See NeedUnits; 0 where need is not known. 1 ms for 25,000 cells, once for a situation. */
export function needUnits(
  { peopleCount }: Pick<Ground, 'peopleCount'>,
  { need, servedShare }: Facts,
): NeedUnits {
  const before = known.get(servedShare)
  if (before?.score === need.score && before.peopleCount === peopleCount) return before
  const people = wholePeople(peopleCount)
  const fineness = NEED_UNITS / FINENESS
  const all = need.score.map((score, cell) => Math.round(score * people[cell]! * fineness) || 0)
  const met = all.map((units, cell) => Math.round(units * servedShare[cell]!))
  known.set(servedShare, { all, met, score: need.score, peopleCount })
  return { all, met }
}

/** Share of need met, weighted by people, over the cells that `isIn` lets in; NaN without any. */
export function needMetShare(
  ground: Ground,
  facts: Facts,
  isIn: (cell: number) => boolean = () => true,
): number {
  const units = needUnits(ground, facts)
  let [met, all] = [0, 0]
  for (let cell = 0; cell < units.all.length; cell++) {
    if (units.all[cell] === 0 || !isIn(cell)) continue
    all += units.all[cell]!
    met += units.met[cell]!
  }
  return all > 0 ? met / all : Number.NaN
}

/** The same for each county, worst first; counties without any known need are left out. */
export function needMetByCounty(ground: Ground, facts: Facts): CountyNeedMet[] {
  return countyNeed(ground, facts)
    .map(({ areaIndex, name, met, all }) => ({ areaIndex, name, share: met / all }))
    .sort((a, b) => a.share - b.share || a.areaIndex - b.areaIndex)
}

/** Need of each county that has any, in units, in the order of the ground. */
export function countyNeed(ground: Ground, facts: Facts) {
  const units = needUnits(ground, facts)
  const sums = ground.areaNames.map((name, areaIndex) => ({ areaIndex, name, met: 0, all: 0 }))
  units.all.forEach((all, cell) => {
    const county = sums[ground.grid.areaIndex[cell]!]
    if (!county) return
    county.all += all
    county.met += units.met[cell]!
  })
  return sums.filter(({ all }) => all > 0)
}
