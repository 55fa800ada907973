import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { writeOperationFile } from '#core/operation-file.ts'
import { columnsForReading } from '#jobs/columns-for-reading.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { transferablesIn } from '#jobs/transferables.ts'
import { someContents } from '#support/build.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('jobs', () => {
  it('open an operation from its file, plain or packed, and write it back the same', async () => {
    const text = writeOperationFile(someContents())
    for (const bytes of [bytesOf(text), new Uint8Array(gzipSync(text))]) {
      const read = await runJobInline('readOperation', { name: 'op.json', bytes })
      if (!read.ok) throw new Error(read.issues[0]?.message)
      for (const isPacked of [false, true]) {
        const written = await runJobInline('writeOperation', { contents: read.value, isPacked })
        const again = await runJobInline('readOperation', { name: 'op.json', bytes: written })
        expect(written[0] === 0x1f).toBe(isPacked)
        expect(again.ok && writeOperationFile(again.value)).toBe(text)
      }
    }
  })

  it('refuse a damaged file with a sentence', async () => {
    const bytes = new Uint8Array(gzipSync(writeOperationFile(someContents())))
    bytes[bytes.length >> 1]! ^= 255
    const read = await runJobInline('readOperation', { name: 'op.json.gz', bytes })
    expect(read.ok).toBe(false)
    expect(read.issues[0]?.message).toContain('op.json.gz')
  })

  it('read files into the same change with the few columns that reading looks at', async () => {
    const csv = 'lat,lon,date,type\n6.6,-9.3,2026-11-20,theft\n6.7,-9.3,2026-11-21,violence\n'
    const contents = someContents()
    const changes = [contents.columns, columnsForReading(contents)].map(async (columns) => {
      const { outcome } = await runJobInline('readFiles', {
        files: [{ name: 'incidents.csv', content: new Blob([csv]) }],
        contents: { ...contents, columns },
        run: { now: '2026-11-22T12:00:00Z', mayChoosePlanningAt: true },
        systems: new Map(),
      })
      return outcome.change
    })
    const [whole, few] = await Promise.all(changes)
    expect(few).toEqual(whole)
    expect(few).not.toBeNull()
  })

  it('read files into a change, with progress and a preview', async () => {
    const csv =
      'name,lat,lon,population,type\nNew Town,6.61,-9.31,800,village\nNowhere,96,-9.3,5,village\n'
    const shares: number[] = []
    const { outcome, issues, previews } = await runJobInline(
      'readFiles',
      {
        files: [{ name: 'communities.csv', content: new Blob([csv]) }],
        contents: someContents(),
        run: { now: '2026-11-22T12:00:00Z' },
        systems: new Map(),
      },
      { onProgress: (share) => shares.push(share) },
    )
    expect(issues).toEqual([])
    expect(outcome.plans[0]).toMatchObject({ kind: 'communities', rowsAccepted: 1, rowsRefused: 1 })
    expect(outcome.change?.note).toBe('Import communities.csv')
    expect(previews[0]?.headings).toEqual(['name', 'lat', 'lon', 'population', 'type'])
    expect(previews[0]?.rows[0]?.[0]).toBe('New Town')
    expect(shares.at(-1)).toBeGreaterThan(0)
  })

  it('do not start when they are called off, and begin their errors with their name', async () => {
    const signal = AbortSignal.abort(new Error('no more'))
    const input = { name: 'op.json', bytes: bytesOf('{}') }
    await expect(runJobInline('readOperation', input, { signal })).rejects.toThrow('no more')
    const broken = { name: 'op.json', bytes: null as unknown as Uint8Array }
    await expect(runJobInline('readOperation', broken)).rejects.toThrow(/^readOperation: /)
  })
})

describe('transferablesIn', () => {
  it('finds every buffer once, in maps, lists and objects', () => {
    const shared = new Float64Array(4)
    const views = [shared, shared.subarray(1), new Int32Array(2)]
    const value = { a: views, b: new Map([['c', { d: shared }]]), e: 'text', f: null }
    expect(transferablesIn(value)).toEqual([shared.buffer, views[2]!.buffer])
  })
})
