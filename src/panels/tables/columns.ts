import { grouped } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import type { RecordColumn } from './record-rows.ts'
import type { CellEdit, Settle } from './table-kind.ts'

type Names = Readonly<Record<string, string>>

/** What a thing is called. */
export function nameColumn<R extends { readonly name: string }>(
  edit?: (row: R) => CellEdit | null,
): RecordColumn<R> {
  return {
    id: 'name',
    title: 'Name',
    widthPixels: 220,
    text: ({ name }) => name,
    ...(edit ? { edit } : {}),
  }
}

/** One of a few, by its name; it can be filtered by. */
export function choiceColumn<R>(
  head: { readonly id: string; readonly title: string; readonly widthPixels?: number },
  names: Names,
  keyOf: (row: R) => string,
  edit?: (row: R) => CellEdit | null,
): RecordColumn<R> {
  return {
    widthPixels: 140,
    ...head,
    text: (row) => names[keyOf(row)] ?? keyOf(row),
    choices: Object.values(names),
    ...(edit ? { edit } : {}),
  }
}

/** A whole number; null is unknown and shows nothing. */
export function countColumn<R>(
  head: { readonly id: string; readonly title: string; readonly widthPixels?: number },
  countOf: (row: R) => number | null,
  edit?: (row: R) => CellEdit | null,
): RecordColumn<R> {
  const numberOf = (row: R) => countOf(row) ?? Number.NaN
  return {
    widthPixels: 96,
    ...head,
    isFigure: true,
    number: numberOf,
    text: (row) => (countOf(row) === null ? '' : grouped(numberOf(row))),
    ...(edit ? { edit } : {}),
  }
}

/** An instant as a date-time group. */
export function instantColumn<R>(
  head: { readonly id: string; readonly title: string },
  instantOf: (row: R) => string | null,
): RecordColumn<R> {
  return {
    ...head,
    widthPixels: 132,
    isMono: true,
    number: (row) => {
      const at = instantOf(row)
      return at === null ? Number.NaN : epochMinutesOf(at)
    },
    text: (row) => {
      const at = instantOf(row)
      return at === null ? '' : dateTimeGroup(at)
    },
  }
}

/** Where it lies, to 100 m. */
export function gridColumn<R>(positionOf: (row: R) => LonLat | null): RecordColumn<R> {
  return {
    id: 'grid',
    title: 'MGRS',
    widthPixels: 124,
    isMono: true,
    text: (row) => {
      const position = positionOf(row)
      return position ? (gridReference(position, 3) ?? '') : ''
    },
  }
}

/** Yes or no; no is left empty, so that what is yes is seen. */
export function yesNoColumn<R>(
  head: { readonly id: string; readonly title: string; readonly yes: string },
  isYes: (row: R) => boolean,
  settleOf?: (row: R) => Settle<boolean>,
): RecordColumn<R> {
  const { id, title, yes } = head
  return {
    id,
    title,
    widthPixels: 84,
    text: (row) => (isYes(row) ? yes : ''),
    choices: [yes],
    ...(settleOf
      ? { edit: (row: R) => ({ type: 'yesNo', value: isYes(row), settle: settleOf(row) }) }
      : {}),
  }
}
