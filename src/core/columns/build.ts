import type { Column, TextColumn } from './columns.ts'

/** So many values lie together until the column is built. */
const PIECE_LENGTH = 65_536
const FIRST_BYTES = 1 << 16
const NO_CODE = -1

/** Takes values one by one; what was taken is never moved before `build`. */
export type Builder<Value, Built> = {
  add(value: Value): void
  /** The column; what was taken is let go, and nothing may be added after it. */
  build(): Built
}

type Numbers = Float64Array | Int32Array | Uint32Array

/** Numbers one by one, 8 bytes each; at its peak twice their size. */
export function numbersBuilder(): Builder<number, Float64Array> {
  return piecewise(Float64Array)
}

/** A number column; null is "missing". */
export function numberBuilder(): Builder<number | null, Column> {
  const numbers = numbersBuilder()
  return {
    add: (value) => numbers.add(value ?? Number.NaN),
    build: () => ({ type: 'number', values: numbers.build() }),
  }
}

/** A category column; null is "missing". Labels keep their first order. */
export function categoryBuilder(): Builder<string | null, Column> {
  const codeOf = new Map<string, number>()
  const codes = piecewise(Int32Array)
  return {
    add: (value) => {
      if (value === null) return codes.add(NO_CODE)
      const known = codeOf.get(value)
      if (known === undefined) codeOf.set(value, codeOf.size)
      codes.add(known ?? codeOf.size - 1)
    },
    build: () => ({ type: 'category', codes: codes.build(), labels: [...codeOf.keys()] }),
  }
}

/** A text column; the empty text is "missing". At most 4 GB of UTF-8. */
export function textBuilder(): Builder<string, TextColumn> {
  const encoder = new TextEncoder()
  const offsets = piecewise(Uint32Array)
  const full: Uint8Array[] = []
  let piece = new Uint8Array(FIRST_BYTES)
  let used = 0
  let length = 0
  offsets.add(0)
  return {
    add: (text) => {
      if (used + 3 * text.length > piece.length) {
        full.push(piece.subarray(0, used))
        piece = new Uint8Array(Math.max(1 << 20, 3 * text.length))
        used = 0
      }
      const { written } = encoder.encodeInto(text, piece.subarray(used))
      used += written
      length += written
      offsets.add(length)
    },
    build: () => {
      const bytes = new Uint8Array(length)
      let at = 0
      for (const part of [...full, piece.subarray(0, used)]) {
        bytes.set(part, at)
        at += part.length
      }
      full.length = 0
      return { type: 'text', bytes, offsets: offsets.build() }
    },
  }
}

function piecewise<T extends Numbers>(maker: new (length: number) => T): Builder<number, T> {
  const full: T[] = []
  let piece = new maker(PIECE_LENGTH)
  let used = 0
  return {
    add: (value) => {
      if (used === PIECE_LENGTH) {
        full.push(piece)
        piece = new maker(PIECE_LENGTH)
        used = 0
      }
      piece[used++] = value
    },
    build: () => {
      const whole = new maker(full.length * PIECE_LENGTH + used)
      for (const [index, part] of full.entries()) whole.set(part, index * PIECE_LENGTH)
      whole.set(piece.subarray(0, used), full.length * PIECE_LENGTH)
      full.length = 0
      piece = new maker(0)
      return whole
    },
  }
}
