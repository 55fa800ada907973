import { FINENESS } from '../../whole-units.ts'
import type { Course } from '../course.ts'
import { wholePeople } from '../whole-people.ts'
import type { FigureParts } from './measure.ts'
import { partsByCommunity } from './parts-by-community.ts'
import { wayText } from './said.ts'

/** People of cells, in 1,024ths so that sums are exact. */
export function peopleWhere({ input }: Course, isIn: (cell: number) => boolean): number {
  let sum = 0
  wholePeople(input.ground.peopleCount).forEach((units, cell) => {
    if (isIn(cell)) sum += units
  })
  return sum / FINENESS
}

/** The same by community; the text is how long help takes, unless told. */
export function peoplePartsWhere(
  { input, situation }: Course,
  isIn: (cell: number) => boolean,
  textOf = (cell: number) => wayText(situation.responseMinutes[cell]!),
): FigureParts {
  const { ground } = input
  const people = wholePeople(ground.peopleCount)
  return {
    kind: 'sum',
    noun: 'communities',
    areWhole: true,
    rows: partsByCommunity(ground, {
      amount: people.map((units, cell) => (isIn(cell) ? units : 0)),
      of: null,
      unitsInOne: FINENESS,
      textOf,
    }),
  }
}

/** Whether a unit reaches a cell within the standard. */
export function isWithinStandard({ input, situation }: Course, cell: number): boolean {
  return situation.responseMinutes[cell]! <= input.operation.responseStandardMinutes
}
