import { counted } from '#core/figures.ts'
import type { Course } from '../course.ts'
import { type PostedLine, postedLines } from '../force-use.ts'
import type { FigureParts } from './measure.ts'
import { placeNames } from './place-names.ts'

/** A sum over the postings in force. */
export function postedSum({ input }: Course, amountOf: (line: PostedLine) => number): number {
  return postedLines(input).reduce((sum, line) => sum + amountOf(line), 0)
}

/** The same, posting by posting. */
export function postedParts(
  { input }: Course,
  amountOf: (line: PostedLine) => number,
): FigureParts {
  const placeOf = placeNames(input)
  const nameOf = new Map(input.resourceTypes.map(({ id, name }) => [id, name]))
  return {
    kind: 'sum',
    noun: 'postings',
    rows: postedLines(input)
      .filter((line) => amountOf(line) > 0)
      .map((line) => {
        const { typeId, count, fromBaseId, placeId, reason } = line.posting
        const to = placeOf(placeId)
        const from = fromBaseId === null ? 'from outside' : `from ${placeOf(fromBaseId).name}`
        return {
          label: `${counted(count, nameOf.get(typeId) ?? typeId)} ${from} to ${to.name}`,
          areaIndex: null,
          position: to.position,
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
  for (const { elements } of input.units) {
    for (const { typeId, count } of elements) {
      const type = typeOf.get(typeId)
      if (type) sum += count * amountOf(type)
    }
  }
  return sum
}
