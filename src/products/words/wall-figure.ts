import { rawShown, type ValueOf } from '#analysis/compare/raw-shown.ts'
import { peopleText } from '#core/figures.ts'
import { textOf, wallPeople } from './wall-people.ts'

/** A raw value as a room remembers it, in one piece; few people stay few. */
export function wallFigure(value: number | null, criterion: ValueOf): string {
  const isOfPeople = criterion.measureId !== null && criterion.unit === 'people'
  if (!isOfPeople || value === null || !Number.isFinite(value)) {
    return textOf(rawShown(value, criterion))
  }
  return wallPeopleText(value)
}

/** A count of people on the wall. */
export function wallPeopleText(value: number): string {
  const few = peopleText(value)
  return few.startsWith('under') ? few : textOf(wallPeople(value))
}
