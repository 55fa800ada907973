import type { Area } from './records/area.ts'

/** The level of counties: 1; where no area has it, the highest there is. */
export function countyLevel(areas: Iterable<Area>): number {
  const levels = [...areas].map(({ level }) => level)
  return levels.includes(1) ? 1 : Math.min(...levels)
}

/** All counties, in the order given. */
export function countiesAmong(areas: Iterable<Area>): Area[] {
  const all = [...areas]
  const level = countyLevel(all)
  return all.filter((area) => area.level === level)
}

/** The county that an area is or lies in; null: not known. */
export function countyOf(areas: ReadonlyMap<string, Area>, areaId: string | null): string | null {
  const level = countyLevel(areas.values())
  let area = areas.get(areaId ?? '')
  for (let step = 0; area && area.level > level && step < 4; step++) {
    area = areas.get(area.parentId ?? '')
  }
  return area?.level === level ? area.id : null
}
