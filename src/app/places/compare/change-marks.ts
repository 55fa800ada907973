import { changedCounties, type Two } from '#analysis/compare/words/change-sentences.ts'
import { plainText } from '#analysis/compare/words/phrase.ts'
import type { LonLat } from '#core/place.ts'
import type { ChangeMark } from '#map/scene.ts'
import { kept, MOST_PAIRS } from '#panels/compare/kept.ts'
import { sentencesOf } from '#panels/compare/words/sentences-of.ts'

/** Counties of which the list of what changes says something, with its numbers. */
export const changeMarksOf = kept((two: Two): readonly ChangeMark[] => {
  const { ground } = two.course.input
  const counties = changedCounties(two)
  return sentencesOf(two).flatMap((sentence, at) => {
    const { areaIndex, lead } = sentence
    const county = counties.find((each) => each.areaIndex === areaIndex)
    if (areaIndex === null || !county) return []
    const position = middleOf([...county.gainedCells, ...county.lostCells], two)
    const areaId = ground.areaIds[areaIndex]
    if (!position || areaId === undefined) return []
    const text = plainText({ ...sentence, lead: null })
    return [{ number: at + 1, areaId, name: lead?.replace(/:$/, '') ?? '', text, position }]
  })
}, MOST_PAIRS)

/** A mark this near to a base would hide its frame on a map of the country. */
const CLEAR_DEGREES = 0.16

/** The cell nearest to the middle of all people in some cells, clear of bases where one is; null: no cells. */
function middleOf(cells: readonly number[], two: Two): LonLat | null {
  const { ground, bases } = two.course.input
  const { lonDegrees, latDegrees } = ground.grid
  let [people, lon, lat] = [0, 0, 0]
  for (const cell of cells) {
    const count = ground.peopleCount[cell]!
    people += count
    lon += count * lonDegrees[cell]!
    lat += count * latDegrees[cell]!
  }
  if (!(people > 0)) return null
  const squaredTo = (cell: number, [toLon, toLat]: LonLat) =>
    (lonDegrees[cell]! - toLon) ** 2 + (latDegrees[cell]! - toLat) ** 2
  const isClear = (cell: number) =>
    bases.every(({ position }) => squaredTo(cell, position) > CLEAR_DEGREES ** 2)
  const clear = cells.filter(isClear)
  const middle = [lon / people, lat / people] as const
  const nearest = (clear.length > 0 ? clear : cells).reduce((best, cell) =>
    squaredTo(cell, middle) < squaredTo(best, middle) ? cell : best,
  )
  return [lonDegrees[nearest]!, latDegrees[nearest]!]
}
