import { counted } from '#core/figures.ts'
import type { Course, Terms } from '../course.ts'
import { type MovedLine, movedLines } from '../force-use.ts'
import { unitsInPlace } from '../posture.ts'
import type { FigureParts } from './measure.ts'
import { placeNames } from './place-names.ts'

/** A sum over what a course moves, brings in or withdraws. */
export function movedSum(
  { input }: Course,
  { baseline }: Terms,
  amountOf: (line: MovedLine) => number,
): number {
  return movedLines(input, baseline.input).reduce((sum, line) => sum + amountOf(line), 0)
}

/** The same, line by line. */
export function movedParts(
  { input }: Course,
  { baseline }: Terms,
  amountOf: (line: MovedLine) => number,
): FigureParts {
  const placeOf = placeNames(input)
  const nameOf = new Map(input.resourceTypes.map(({ id, name }) => [id, name]))
  return {
    kind: 'sum',
    noun: 'moves',
    rows: movedLines(input, baseline.input)
      .filter((line) => amountOf(line) > 0)
      .map((line) => {
        const { typeId, count, fromBaseId, placeId, reason } = line
        const type = nameOf.get(typeId) ?? typeId
        const to = placeId === null ? null : placeOf(placeId)
        const from = fromBaseId === null ? 'from outside' : `from ${placeOf(fromBaseId).name}`
        const way = to ? `${from} to ${to.name}` : 'withdrawn from the theatre'
        return {
          label: `${counted(count, type)} ${way}`,
          record: `${type} ${way}`,
          areaIndex: null,
          position: to?.position ?? null,
          amount: amountOf(line),
          of: null,
          text: reason,
        }
      })
      .sort((a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1)),
  }
}

/** What of a course could move today: every element of a unit, by what counts of it. */
export function movableSum(
  { input }: Course,
  amountOf: (type: Course['input']['resourceTypes'][number]) => number,
): number {
  const typeOf = new Map(input.resourceTypes.map((type) => [type.id, type]))
  let sum = 0
  for (const { elements } of unitsInPlace(input)) {
    for (const { typeId, count } of elements) {
      const type = typeOf.get(typeId)
      if (type) sum += count * amountOf(type)
    }
  }
  return sum
}
