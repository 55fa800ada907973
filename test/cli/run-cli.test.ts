import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '#cli/run-cli.ts'
import { readOperationFile } from '#core/operation-file.ts'

const COUNTY =
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"admin1name":"Bong","admin1Pcod":"LR02","admin0Name":"Liberia"},"geometry":{"type":"Polygon","coordinates":[[[-10,6],[-9,6],[-9,7],[-10,7],[-10,6]]]}}]}'
const CENSUS = 'admin1Pcod,admin1name,population_2008\nLR02,Bong,333481\n'
const INCIDENTS = 'date,lat,lon,type\n2012-03-01,6.5,-9.5,theft\n2012-03-02,91,-9.5,theft\n'

let folder: string
let printed: string[]
let warned: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'))
  printed = []
  warned = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function run(...argv: readonly string[]): Promise<number> {
  return runCli(argv, {
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
    now: () => '2020-01-01T00:00:00Z',
    newId: () => 'an-operation',
  })
}

function opened(path: string) {
  const read = readOperationFile(readFileSync(path, 'utf8'), path)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value
}

describe('import', () => {
  it('makes an operation of files in any order, and says what came in', async () => {
    const out = join(folder, 'bong.json')
    const files = [write('c.csv', CENSUS), write('i.csv', INCIDENTS), write('a.geojson', COUNTY)]
    expect(await run('import', ...files, '--out', out)).toBe(0)
    const { document, columns } = opened(out)
    expect(document.tables.areas.get('LR02')?.populationCount).toBe(333_481)
    expect([...columns.values()].map(({ rowCount }) => rowCount)).toEqual([1])
    expect(document.tables.operation.get('operation')).toMatchObject({
      name: 'bong',
      theatreName: 'Liberia',
      planningAt: '2012-03-01T00:00:00Z',
    })
    expect(printed[0]).toMatch(/i\.csv +CSV +incidents +2 +1 +1/)
    expect(warned.join('\n')).toContain('Line 3: latitude 91 lies outside ±90.')
    expect(readdirSync(folder).sort()).toEqual(['a.geojson', 'bong.json', 'c.csv', 'i.csv'])
  })

  it('prints the same report as JSON, alone on standard output', async () => {
    const out = join(folder, 'bong.json')
    expect(await run('import', write('i.csv', INCIDENTS), '--out', out, '--json')).toBe(0)
    const report = JSON.parse(printed.join('\n')) as { files: readonly Record<string, unknown>[] }
    expect(report.files[0]).toMatchObject({
      file: 'i.csv',
      format: 'CSV',
      kind: 'incidents',
      rowsRead: 2,
      rowsAccepted: 1,
      rowsRefused: 1,
      issues: [{ code: 'coordinate-range', line: 3, severity: 'error' }],
    })
  })

  it('adds to an operation and keeps what was there, the same data once', async () => {
    const out = join(folder, 'bong.json')
    await run('import', write('a.geojson', COUNTY), '--out', out, '--at', '2012-03-01')
    const incidents = write('i.csv', INCIDENTS)
    expect(await run('import', incidents, '--into', out)).toBe(0)
    expect(await run('import', incidents, '--into', out)).toBe(0)
    const { document } = opened(out)
    expect([document.id, document.tables.areas.size, document.tables.datasets.size]).toEqual([
      'an-operation',
      1,
      1,
    ])
    expect(document.tables.operation.get('operation')?.planningAt).toBe('2012-03-01T00:00:00Z')
    expect([...document.tables.indicators.keys()]).toEqual(['incident-rate'])
  })

  it('leaves the operation alone where nothing comes in', async () => {
    const out = join(folder, 'bong.json')
    expect(await run('import', write('x.csv', 'apples,pears\n1,2\n'), '--out', out)).toBe(2)
    expect(existsSync(out)).toBe(false)
    expect(warned.at(-1)).toBe(`Nothing came in; ${out} was not written.`)
  })

  it('packs an operation whose name ends in .gz, and opens it again', async () => {
    const out = join(folder, 'bong.json.gz')
    await run('import', write('a.geojson', COUNTY), '--out', out)
    expect(gunzipSync(readFileSync(out)).toString().startsWith('{')).toBe(true)
    expect(await run('import', write('c.csv', CENSUS), '--into', out)).toBe(0)
  })

  it.each([
    [['import'], 'Name at least one file to import.'],
    [
      ['import', 'a.csv'],
      'Say where the operation goes with --out, or into which one with --into.',
    ],
    [['import', 'a.csv', '--out'], "Option '--out <value>' argument missing."],
    [['import', '--nonsense'], "Unknown option '--nonsense'."],
    [['import', 'a.csv', '--out', 'b', '--as', 'fruit'], '--as: "fruit" is none of'],
    [
      ['import', 'no-such.csv', '--out', 'b'],
      'no-such.csv cannot be read: there is no such file or folder.',
    ],
    [
      ['import', 'a.csv', '--out', 'b', '--at', '31/02/2012'],
      '--at: "31/02/2012": there is no such day',
    ],
    [['fly'], 'There is no "fly"'],
  ])('%j is refused in one sentence', async (argv, sentence) => {
    expect(await run(...argv)).toBe(2)
    expect(warned).toHaveLength(1)
    expect(warned[0]).toContain(sentence)
    expect(warned[0]).not.toContain('\n')
  })

  it('refuses to write into a folder that is not there, and leaves no part behind', async () => {
    const out = join(folder, 'none', 'bong.json')
    expect(await run('import', write('a.geojson', COUNTY), '--out', out)).toBe(2)
    expect(warned.at(-1)).toContain('cannot be written')
    expect(readdirSync(folder)).toEqual(['a.geojson'])
  })

  it('refuses a damaged operation', async () => {
    const damaged = write('op.json', '{"format":"commonground-operation","schemaVersion":1}')
    expect(await run('import', write('a.geojson', COUNTY), '--into', damaged)).toBe(2)
    expect(warned[0]).toContain('damaged')
  })
})

describe('the command itself', () => {
  it('ends with its code and one sentence, and no stack trace', () => {
    const argv = [
      '--import',
      'tsx',
      'src/cli/main.ts',
      'import',
      'no-such.csv',
      '--out',
      join(folder, 'o'),
    ]
    const { status, stderr, stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toBe('no-such.csv cannot be read: there is no such file or folder.\n')
  })
})
