import { expect, it } from 'vitest'
import { type Columns, numbersOf, textsOf } from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import { packColumns, unpackColumns } from '#storage/records/pack-columns.ts'
import { someIncidents } from '../support/build.ts'

const PLACES = [
  [-9.1, 6.5],
  [-9.2, 6.6],
] as const

it('columns come back as they were packed', () => {
  const columns = someIncidents(PLACES)
  const back = unpackColumns(packColumns(columns))
  expect(back).toEqual(columns)
  expect(columnsFault('incidents', back)).toBeNull()
})

it('columns packed while texts still stood in the heading come in', () => {
  const heading = JSON.stringify({
    rowCount: 2,
    geometry: { type: 'none' },
    fields: {
      cell: { type: 'text', values: ['é', 'b'] },
      peopleCount: { type: 'number', values: { array: 'Float64Array', at: 0, length: 2 } },
    },
  })
  const text = new TextEncoder().encode(heading)
  const start = Math.ceil((4 + text.length) / 8) * 8
  const bytes = new Uint8Array(start + 16)
  new DataView(bytes.buffer).setUint32(0, text.length, true)
  bytes.set(text, 4)
  bytes.set(new Uint8Array(Float64Array.of(3, 4).buffer), start)
  const columns: Columns = unpackColumns(bytes)
  expect(textsOf(columns, 'cell')).toEqual(['é', 'b'])
  expect([...numbersOf(columns, 'peopleCount')]).toEqual([3, 4])
})
