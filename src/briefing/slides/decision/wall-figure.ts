import { rawShown } from '#analysis/compare/raw-shown.ts'
import { peopleText } from '#core/figures.ts'
import { textOf, wallPeople } from '../../facts/wall-people.ts'

/** A raw value as a room remembers it, in one piece; few people stay few. */
export function wallFigure(value: number | null, unit: string): string {
  if (unit !== 'people' || value === null || !Number.isFinite(value)) {
    return textOf(rawShown(value, unit))
  }
  const few = peopleText(value)
  return few.startsWith('under') ? few : textOf(wallPeople(value))
}
