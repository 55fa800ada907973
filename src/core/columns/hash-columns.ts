import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Column, type Columns, type TextColumn, textsIn } from './columns.ts'

/** Texts are hashed so many at a time: a string of all of them could be longer than a string may be. */
const TEXTS_AT_A_TIME = 10_000

type Digest = { update(bytes: Uint8Array): unknown }

/**
 * SHA-256 of what columns hold, in hexadecimal, as `Dataset.columnsHash` keeps it: equal data, equal
 * hash, in whatever order the fields come and on every machine. Linear; keeps no copy of the whole.
 */
export function hashOfColumns({ rowCount, geometry, fields }: Columns): string {
  const digest = sha256.create()
  addTexts(digest, ['columns 2', `${rowCount}`, geometry.type])
  if (geometry.type !== 'none') addNumbers(digest, geometry.positions)
  if (geometry.type === 'lines') {
    addNumbers(digest, geometry.offsets)
    addNumbers(digest, geometry.vertexEpochMinutes ?? [])
  }
  for (const name of Object.keys(fields).sort()) addColumn(digest, name, fields[name]!)
  return bytesToHex(digest.digest())
}

function addColumn(digest: Digest, name: string, column: Column): void {
  addTexts(digest, [name, column.type])
  if (column.type === 'number') addNumbers(digest, column.values)
  else if (column.type === 'text') addTextColumn(digest, column)
  else {
    addTexts(digest, column.labels)
    addNumbers(digest, column.codes)
  }
}

const NUMBERS_AT_A_TIME = 8_192

/** As little-endian doubles behind their count; one zero and one NaN for all there are. */
function addNumbers(digest: Digest, numbers: ArrayLike<number>): void {
  addTexts(digest, [`${numbers.length}`])
  for (let from = 0; from < numbers.length; from += NUMBERS_AT_A_TIME) {
    const count = Math.min(NUMBERS_AT_A_TIME, numbers.length - from)
    const view = new DataView(new ArrayBuffer(8 * count))
    for (let i = 0; i < count; i++) {
      const number = numbers[from + i]!
      view.setFloat64(8 * i, Number.isNaN(number) ? Number.NaN : number + 0, true)
    }
    digest.update(new Uint8Array(view.buffer))
  }
}

function addTextColumn(digest: Digest, column: TextColumn): void {
  const count = column.offsets.length - 1
  digest.update(utf8ToBytes(`${count} texts;`))
  for (let from = 0; from < count; from += TEXTS_AT_A_TIME) {
    addSome(digest, textsIn(column, from, Math.min(count, from + TEXTS_AT_A_TIME)))
  }
}

/** As UTF-8, each behind its length, so that no two lists run together. */
function addTexts(digest: Digest, texts: readonly string[]): void {
  digest.update(utf8ToBytes(`${texts.length} texts;`))
  for (let from = 0; from < texts.length; from += TEXTS_AT_A_TIME) {
    addSome(digest, texts.slice(from, from + TEXTS_AT_A_TIME))
  }
}

function addSome(digest: Digest, texts: readonly string[]): void {
  digest.update(utf8ToBytes(texts.map((text) => `${text.length}:${text}`).join('')))
}
