import type { Ground } from '../../ground.ts'
import type { StudyBlock, StudyPlace } from '../study.ts'

/** So many rows of a table are shown; the others are counted. */
export const LISTED_COUNT = 8

/** So many counties stand in a list of intervals, where everybody looks for their own. */
export const LISTED_COUNTY_COUNT = 20

/** Whether figures can be weighted by people at all. */
export function hasPeople({ peopleCount }: Pick<Ground, 'peopleCount'>): boolean {
  return peopleCount.some((people) => people > 0)
}

export const NO_PEOPLE: StudyBlock = {
  type: 'sentence',
  tone: 'watch',
  text: 'Nobody lives on this ground, on record: import a census or communities with people first.',
}

/** The cells of a county. */
export type County = {
  readonly name: string
  readonly place: StudyPlace
  readonly cells: readonly number[]
  readonly peopleCount: number
}

/** Every county with cells, in the order of the ground; cells of none come last. Their people are all people. */
export function countiesOf(ground: Ground): readonly County[] {
  const { grid, areaNames, peopleCount } = ground
  const names = [...areaNames, 'Outside every county']
  const cellsOf: number[][] = names.map(() => [])
  grid.areaIndex.forEach((area, cell) => {
    cellsOf[area < 0 ? areaNames.length : area]!.push(cell)
  })
  return names.flatMap((name, at) => {
    const cells = cellsOf[at]!
    if (cells.length === 0) return []
    const people = cells.reduce((sum, cell) => sum + peopleCount[cell]!, 0)
    return [
      { name, place: { name, position: middleOf(ground, cells) }, cells, peopleCount: people },
    ]
  })
}

/** Where most people are near; of empty cells the middle. */
function middleOf({ grid, peopleCount }: Ground, cells: readonly number[]) {
  const isEmpty = cells.every((cell) => !(peopleCount[cell]! > 0))
  let [all, lon, lat] = [0, 0, 0]
  for (const cell of cells) {
    const weight = isEmpty ? 1 : peopleCount[cell]!
    all += weight
    lon += weight * grid.lonDegrees[cell]!
    lat += weight * grid.latDegrees[cell]!
  }
  return [lon / all, lat / all] as const
}
