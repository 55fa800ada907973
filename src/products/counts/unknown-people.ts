import { wholePeople } from '#analysis/compare/whole-people.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { FINENESS } from '#analysis/whole-units.ts'

/** People of whose need nothing, or too little, is known. */
export type UnknownPeople = {
  readonly allCount: number
  readonly unknownCount: number
  /** With anybody unknown, most first; null: in no county. They add up to the unknown. */
  readonly counties: readonly {
    readonly name: string | null
    readonly unknownCount: number
    readonly allCount: number
  }[]
}

/** Counts the people of cells without enough data. 1 ms for 25,000 cells. */
export function unknownPeople(ground: Ground, { need }: Pick<Situation, 'need'>): UnknownPeople {
  const people = wholePeople(ground.peopleCount)
  const last = ground.areaNames.length
  const [unknown, all] = [new Float64Array(last + 1), new Float64Array(last + 1)]
  people.forEach((units, cell) => {
    const area = ground.grid.areaIndex[cell]!
    const line = area < 0 ? last : area
    all[line]! += units
    if (Number.isNaN(need.score[cell]!)) unknown[line]! += units
  })
  const sum = (units: Float64Array) => units.reduce((total, one) => total + one, 0) / FINENESS
  const counties = Array.from(unknown, (units, line) => ({
    name: ground.areaNames[line] ?? null,
    unknownCount: units / FINENESS,
    allCount: all[line]! / FINENESS,
  }))
  return {
    allCount: sum(all),
    unknownCount: sum(unknown),
    counties: counties
      .filter(({ unknownCount }) => unknownCount > 0)
      .sort((a, b) => b.unknownCount - a.unknownCount),
  }
}
