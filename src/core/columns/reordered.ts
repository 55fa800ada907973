import type { Column, TextColumn } from './columns.ts'

/** Numbers in another order of rows. */
export function reorderedNumbers(values: Float64Array, rows: Uint32Array): Float64Array {
  const moved = new Float64Array(rows.length)
  for (let place = 0; place < rows.length; place++) moved[place] = values[rows[place]!]!
  return moved
}

type Categories = Extract<Column, { readonly type: 'category' }>

/** A column whose row `place` is row `rows[place]` of the other. */
export function reorderedColumn(column: Column, rows: Uint32Array): Column {
  switch (column.type) {
    case 'number':
      return { type: 'number', values: reorderedNumbers(column.values, rows) }
    case 'category':
      return reorderedCategories(column, rows)
    case 'text':
      return reorderedTexts(column, rows)
  }
}

/** Labels stand in the order of their first row, as a builder gives them: equal rows make equal columns. */
function reorderedCategories({ codes, labels }: Categories, rows: Uint32Array): Column {
  const moved = new Int32Array(rows.length)
  const codeOf = new Int32Array(labels.length).fill(-1)
  const used: string[] = []
  for (let place = 0; place < rows.length; place++) {
    const code = codes[rows[place]!]!
    if (code >= 0 && codeOf[code]! < 0) codeOf[code] = used.push(labels[code]!) - 1
    moved[place] = code < 0 ? -1 : codeOf[code]!
  }
  return { type: 'category', codes: moved, labels: used }
}

function reorderedTexts({ bytes, offsets }: TextColumn, rows: Uint32Array): TextColumn {
  const moved = new Uint8Array(bytes.length)
  const movedOffsets = new Uint32Array(rows.length + 1)
  let at = 0
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!
    const end = offsets[row + 1]!
    for (let from = offsets[row]!; from < end; from++) moved[at++] = bytes[from]!
    movedOffsets[place + 1] = at
  }
  return { type: 'text', bytes: moved, offsets: movedOffsets }
}

/** Positions, longitude and latitude in turn, in another order of rows. */
export function reorderedPositions(positions: Float64Array, rows: Uint32Array): Float64Array {
  const moved = new Float64Array(2 * rows.length)
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!
    moved[2 * place] = positions[2 * row]!
    moved[2 * place + 1] = positions[2 * row + 1]!
  }
  return moved
}
