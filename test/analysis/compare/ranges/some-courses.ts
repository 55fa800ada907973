import type { Course } from '#analysis/compare/course.ts'
import type { CourseDraw } from '#analysis/compare/ranges/draw-courses.ts'
import type { Ground } from '#analysis/ground.ts'
import type { NeedSurface } from '#analysis/situation.ts'
import { situationOf } from '#analysis/situation-of.ts'
import { underservedOf } from '#analysis/underserved.ts'
import { createRandom } from '#core/random.ts'
import { situationInput } from '../../small-ground.ts'

/** A course with response minutes of a function, on need that is known in part. */
export function courseOn(
  ground: Ground,
  scenarioId: string,
  minutesOf: (cell: number) => number,
): Course {
  const cells = (minutes: (cell: number) => number) =>
    Float64Array.from(ground.grid.cells, (_, cell) => minutes(cell))
  const input = situationInput(ground)
  const responseMinutes = cells(minutesOf)
  const before = situationOf(input, { responseMinutes, travelToTownMinutes: responseMinutes })
  const need = { ...before.need, ...needOn(ground) }
  return {
    scenarioId,
    input,
    situation: { ...before, need, ...underservedOf(input, { ...before, need }) },
    careMinutes: [cells(minutesOf), cells((cell) => 1.5 * minutesOf(cell)), null],
  }
}

/** Known in full in the west, three quarters of it in the east, and there nothing of every seventh cell. */
function needOn({ grid }: Ground): Omit<NeedSurface, 'rank' | 'indicatorShares'> {
  const random = createRandom(9)
  const score = Float64Array.from(grid.cells, () => 10 * random.next())
  const evidenceShare = score.map((_, cell) => {
    if (grid.areaIndex[cell] === 0) return 1
    return cell % 7 === 0 ? 0 : 0.75
  })
  return {
    score: score.map((each, cell) => (evidenceShare[cell] === 0 ? Number.NaN : each)),
    evidenceShare,
    lowest: evidenceShare.map((share, cell) => share * score[cell]!),
    highest: evidenceShare.map((share, cell) => share * score[cell]! + 10 * (1 - share)),
  }
}

/** A draw in which everything is as it is on record. */
export function asOnRecord({ areaNames }: Ground): CourseDraw {
  return { areaLevels: new Float64Array(areaNames.length + 1).fill(0.5), speedFactor: 1 }
}
