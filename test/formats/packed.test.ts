import { deflateRawSync, gzipSync as packedByNode } from 'node:zlib'
import { gzipSync, strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32 } from '#formats/bytes/crc32.ts'
import { decodeText } from '#formats/bytes/decode-text.ts'
import { inflateWithin } from '#formats/bytes/inflate-within.ts'
import { readTables } from '#formats/registry.ts'

const CSV = strToU8('name,lat,lon\nGanta,7.2362,-8.9808\n')
const MEGABYTE = 1024 * 1024

function codesOf(name: string, bytes: Uint8Array): string[] {
  const read = readTables(name, bytes)
  return read.ok ? ['ok'] : read.issues.map(({ code }) => code)
}

/** Finds a signature from the end and writes 32 bits behind it. */
function patched(zip: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  for (let at = copy.length - 4; at >= 0; at--) {
    if (view.getUint32(at, true) !== signature) continue
    view.setUint32(at + offset, value, true)
    return copy
  }
  throw new Error('no such signature')
}

const ENTRY = 0x02014b50

describe('packed files', () => {
  it('knows the check value of CRC-32 (ISO 3309)', () => {
    expect(crc32(strToU8('123456789'))).toBe(0xcbf43926)
  })

  it('opens a gzipped table under its plain name', () => {
    const read = readTables('towns.csv.gz', gzipSync(CSV, { filename: 'towns.csv', mtime: 0 }))
    expect(read.ok && read.value[0]?.records).toHaveLength(1)
  })

  it('opens a gzip of several members, whole or not at all', () => {
    const members = ['name,lat,lon,pop\n', 'Ganta,6.5,-9.5,1\n', 'Zorzor,7.1,-9.4,2\n'].map(
      (text) => gzipSync(strToU8(text), { mtime: 0 }),
    )
    const bytes = Uint8Array.from(members.flatMap((member) => [...member]))
    const read = readTables('towns.csv.gz', bytes)
    expect(read.ok && read.value[0]?.records.map(({ cells }) => cells[0])).toEqual([
      'Ganta',
      'Zorzor',
    ])
    expect(codesOf('a.csv.gz', bytes.subarray(0, bytes.length - 3))).toEqual(['gzip-damaged'])
    bytes[members[0]!.length + members[1]!.length - 6]! ^= 1
    expect(codesOf('a.csv.gz', bytes)).toEqual(['gzip-damaged'])
  })

  it('opens what a zip calls "./x.csv", and has its own words for names that trick programs', () => {
    const dotted = readTables('a.zip', zipSync({ './towns.csv': CSV }))
    expect(dotted.ok && dotted.value.length).toBe(1)
    const named = readTables('a.zip', zipSync({ 'constructor/towns.csv': CSV }))
    expect(named.issues.map(({ code, message }) => [code, message])).toEqual([
      [
        'zip-unsafe-name',
        'a.zip holds a file called "constructor/towns.csv", a name that can trick programs; rename it and pack it again.',
      ],
    ])
  })

  it('refuses a gzip that was cut, changed or is too large', () => {
    const whole = gzipSync(CSV, { mtime: 0 })
    expect(codesOf('a.csv.gz', whole.subarray(0, whole.length - 9))).toEqual(['gzip-damaged'])
    const changed = whole.slice()
    changed[whole.length - 6] = (changed[whole.length - 6] ?? 0) ^ 1
    expect(codesOf('a.csv.gz', changed)).toEqual(['gzip-damaged'])
    const bomb = new Uint8Array(packedByNode(new Uint8Array(51 * MEGABYTE)))
    expect(codesOf('a.csv.gz', bomb)).toEqual(['gzip-size'])
  })

  it('stops unpacking at the limit', () => {
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(20 * MEGABYTE)))
    expect(inflateWithin(packed, MEGABYTE)).toBe('too-large')
    expect(inflateWithin(packed, 20 * MEGABYTE)).toHaveLength(20 * MEGABYTE)
    expect(inflateWithin(packed.subarray(0, packed.length - 3), 21 * MEGABYTE)).toBe('damaged')
  })

  it('reads every layer of a zip, and names one that it cannot', () => {
    const zip = zipSync({
      'a.csv': CSV,
      'b.geojson': strToU8('{"type":"Point","coordinates":[-10.8,6.3]}'),
      'c.csv': strToU8('name,lat,lon\n'),
      '__MACOSX/._a.csv': CSV,
      'readme.pdf': CSV,
    })
    const read = readTables('all.zip', zip)
    expect(read.ok && read.value.map(({ file }) => file)).toEqual([
      'all.zip › a.csv',
      'all.zip › b.geojson',
    ])
    expect(read.issues.map(({ code }) => code)).toEqual(['no-rows'])
  })

  it('refuses a zip whose directory lies or whose content was changed', () => {
    const zip = zipSync({ 'a.csv': CSV })
    expect(codesOf('a.zip', zip)).toEqual(['ok'])
    expect(codesOf('a.zip', patched(zip, ENTRY, 16, 1))).toEqual(['zip-damaged'])
    expect(codesOf('a.zip', patched(zip, ENTRY, 24, 7))).toEqual(['zip-size'])
    expect(codesOf('a.zip', patched(zip, ENTRY, 24, 60 * MEGABYTE))).toEqual(['zip-ratio'])
    expect(codesOf('a.zip', patched(zip, ENTRY, 42, 9))).toEqual(['zip-damaged'])
  })

  it('refuses more than a thousand entries', () => {
    const files = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.csv`, CSV]))
    expect(codesOf('many.zip', zipSync(files, { level: 0 }))).toEqual(['zip-entries'])
  })

  it('survives a zip with any one byte changed', () => {
    const zip = zipSync({ 'a.csv': CSV })
    for (let at = 0; at < zip.length; at++) {
      const changed = zip.slice()
      changed[at] = (changed[at] ?? 0) ^ 0xff
      expect(
        readTables('a.zip', changed).issues.every(({ message }) => message.endsWith('.')),
      ).toBe(true)
    }
  })
})

describe('text of bytes', () => {
  it('goes by the byte order mark, then by what is sound UTF-8, then by Windows-1252', () => {
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0, 0xe9])).text).toBe('é')
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0xe9, 0])).text).toBe('é')
    expect(decodeText(new Uint8Array([0xc3, 0xa9]))).toMatchObject({ text: 'é', isGuessed: false })
    expect(decodeText(new Uint8Array([0xe9, 0x80, 0x93]))).toMatchObject({ text: '逓' })
    expect(decodeText(new Uint8Array([0x93, 0xe9, 0x94, 0x80]))).toMatchObject({
      text: '“é”€',
      encoding: 'windows-1252',
      isGuessed: true,
    })
  })
})
