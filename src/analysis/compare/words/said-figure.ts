import { FINENESS } from '../../whole-units.ts'
import type { Course, Terms } from '../course.ts'
import type { FigurePart, FigureParts } from '../measures/measure.ts'
import { isWithinStandard, peoplePartsWhere } from '../measures/people-where.ts'
import { compareMeasureNamed } from '../measures/registry.ts'
import { wayText } from '../measures/said.ts'
import { differenceParts } from './difference-parts.ts'
import type { SaidFigure } from './phrase.ts'

/** Courses by scenario id, and what they are measured by. */
export type FigureWorld = {
  readonly courseOf: (scenarioId: string) => Course | undefined
  readonly terms: Terms
  /** What sentences call a scenario. */
  readonly nameOf: (scenarioId: string) => string
}

/**
 * The records behind a figure of a sentence; of a difference of sums, what is other in each record.
 * Null where the scenario or the measure is gone.
 */
export function figureParts(figure: SaidFigure, world: FigureWorld): FigureParts | null {
  const { measureId, scenarioId, againstId, areaIndex, community, people } = figure
  const measure = compareMeasureNamed(measureId)
  const course = world.courseOf(scenarioId)
  const against = againstId === null ? null : world.courseOf(againstId)
  if (!measure || !course || against === undefined) return null
  if (people)
    return inArea(peopleParts(people, { course, against, nameOf: world.nameOf }), areaIndex)
  const parts = measure.parts(course, world.terms)
  if (community !== undefined) {
    const { communityNames, communityLonDegrees, communityLatDegrees } = course.input.ground
    const isIt = ({ label, position }: FigurePart) =>
      label === communityNames[community] &&
      position?.[0] === communityLonDegrees[community] &&
      position?.[1] === communityLatDegrees[community]
    return { ...parts, rows: parts.rows.filter(isIt) }
  }
  if (!against || parts.kind !== 'sum') return inArea(parts, areaIndex)
  return inArea(differenceParts(parts, measure.parts(against, world.terms)), areaIndex)
}

/** What a figure of a sentence says, worked out anew. */
export function figureValue(figure: SaidFigure, world: FigureWorld): number | null {
  const { measureId, scenarioId, againstId, areaIndex, community, people } = figure
  const measure = compareMeasureNamed(measureId)
  const course = world.courseOf(scenarioId)
  const against = againstId === null ? null : world.courseOf(againstId)
  if (!measure || !course || against === undefined) return null
  if (community !== undefined) {
    const cell = course.input.ground.communityCell[community]!
    return course.situation.responseMinutes[cell] ?? null
  }
  if (people || areaIndex !== undefined) {
    const rows = figureParts(figure, world)?.rows ?? []
    return rows.reduce((sum, { amount }) => sum + amount * FINENESS, 0) / FINENESS
  }
  const { value } = measure.measure(course, world.terms)
  if (!against) return value
  const other = measure.measure(against, world.terms).value
  return value === null || other === null ? null : value - other
}

function peopleParts(
  people: NonNullable<SaidFigure['people']>,
  {
    course,
    against,
    nameOf,
  }: { readonly course: Course; readonly against: Course | null } & Pick<FigureWorld, 'nameOf'>,
): FigureParts {
  if (people === 'insufficient' || !against) {
    const { score } = course.situation.need
    return peoplePartsWhere(course, (cell) => Number.isNaN(score[cell]!))
  }
  const [from, to] = people === 'lost' ? [against, course] : [course, against]
  return peoplePartsWhere(
    course,
    (cell) => isWithinStandard(from, cell) && !isWithinStandard(to, cell),
    (cell) => {
      const minutesIn = ({ situation }: Course) => wayText(situation.responseMinutes[cell]!)
      return `${minutesIn(course)}, in ${nameOf(against.scenarioId)} ${minutesIn(against)}`
    },
  )
}

function inArea(parts: FigureParts, areaIndex: number | undefined): FigureParts {
  if (areaIndex === undefined) return parts
  return { ...parts, rows: parts.rows.filter((row) => (row.areaIndex ?? -1) === areaIndex) }
}
