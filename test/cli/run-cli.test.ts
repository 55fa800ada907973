import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { numbersOf } from '#core/columns/columns.ts'
import { readOperationFile } from '#core/operation-file.ts'
import { instantOf } from '#core/time/instant.ts'
import { protectedOnRecord } from '#support/protected.ts'
import { theSampleFile } from '#support/sample.ts'
import { commandLine } from './command-line.ts'

const COUNTY =
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"admin1name":"Bong","admin1Pcod":"LR02","admin0Name":"Liberia"},"geometry":{"type":"Polygon","coordinates":[[[-10,6],[-9,6],[-9,7],[-10,7],[-10,6]]]}}]}'
const CENSUS = 'admin1Pcod,admin1name,population_2008\nLR02,Bong,333481\n'
const INCIDENTS = 'date,lat,lon,type\n2012-03-01,6.5,-9.5,theft\n2012-03-02,91,-9.5,theft\n'

const { at, forget, printed, run, warned, write } = commandLine()

function opened(path: string) {
  const read = readOperationFile(readFileSync(path, 'utf8'), path)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return read.value
}

describe('import', () => {
  it('says how to tell the kind of a file that does not', async () => {
    const file = write('x.csv', 'alpha,beta\n1,2\n')
    expect(await run('import', file, '--out', at('x.json'))).toBe(2)
    expect(warned.join('\n')).toMatch(/Say what it is to be read as: .*\n {2}--as KIND .*incidents/)
  })

  it('makes an operation of files in any order, and says what came in', async () => {
    const out = at('bong.json')
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
    expect(readdirSync(at()).sort()).toEqual(['a.geojson', 'bong.json', 'c.csv', 'i.csv'])
  })

  it('writes a page for each file, with every row that stayed out, and nothing of it as markup', async () => {
    const pages = at('reports')
    const evil = `date,lat,lon,type\n2012-03-01,6.5,-9.5,<img src=x onerror=alert(1)>\n"<b>x</b>",6.5,-9.5,theft\n`
    const files = [write('evil.csv', evil), write('i.csv', INCIDENTS), write('none.csv', '')]
    const out = at('bong.json')
    expect(await run('import', ...files, '--out', out, '--report', pages)).toBe(0)
    expect(readdirSync(pages).sort()).toEqual(['evil.csv.html', 'i.csv.html', 'none.csv.html'])
    const page = (name: string) => readFileSync(join(pages, name), 'utf8')
    expect(page('i.csv.html')).toContain('Line 3: latitude 91 lies outside ±90.')
    expect(page('i.csv.html')).toContain('<b>1</b> of 2 rows come in as incidents, 1 stay out.')
    expect(page('none.csv.html')).toContain('none.csv is empty')
    expect(page('evil.csv.html')).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page('evil.csv.html')).not.toMatch(/<img|<b>x/)
  })

  it('prints the same report as JSON, alone on standard output', async () => {
    const out = at('bong.json')
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
    const out = at('bong.json')
    await run('import', write('a.geojson', COUNTY), '--out', out, '--at', '2012-03-01')
    const incidents = write('i.csv', INCIDENTS)
    expect(await run('import', incidents, '--into', out)).toBe(0)
    expect(await run('import', incidents, '--into', out)).toBe(0)
    const { document } = opened(out)
    expect([document.id, document.tables.areas.size, document.tables.datasets.size]).toEqual([
      'new-1',
      1,
      1,
    ])
    expect(document.tables.operation.get('operation')?.planningAt).toBe('2012-03-01T00:00:00Z')
    expect([...document.tables.indicators.keys()]).toEqual(['incident-rate'])
  })

  it('leaves the operation alone where nothing comes in', async () => {
    const out = at('bong.json')
    expect(await run('import', write('x.csv', 'apples,pears\n1,2\n'), '--out', out)).toBe(2)
    expect(existsSync(out)).toBe(false)
    expect(warned.at(-1)).toBe(`Nothing came in; ${out} was not written.`)
  })

  it('packs an operation whose name ends in .gz, and opens it again', async () => {
    const out = at('bong.json.gz')
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
    [
      ['import', 'a.csv', '--out', 'b', '--answer', 'yes'],
      '--answer: "yes" is not QUESTION=OPTION.',
    ],
    [['fly'], 'There is no "fly"'],
  ])('%j is refused in one sentence', async (argv, sentence) => {
    expect(await run(...argv)).toBe(2)
    expect(warned).toHaveLength(1)
    expect(warned[0]).toContain(sentence)
    expect(warned[0]).not.toContain('\n')
  })

  it('prints what a file leaves open, and takes the answer', async () => {
    const out = at('open.json')
    const file = write('dates.csv', 'date,lat,lon,type\n05/06/2020,6.5,-9.5,theft\n')
    expect(await run('import', file, '--out', out)).toBe(2)
    expect(warned).toContain('  --answer date-order=day-first  The day: 5 June 2020')
    expect(await run('import', file, '--out', out, '--answer', 'date-order=month-first')).toBe(0)
    expect(warned).toContain('  --answer date-order=month-first  The month: 6 May 2020 (holds now)')
  })

  it('asks from which year Excel days count, and takes the answer', async () => {
    const out = at('days.json')
    const file = write('days.csv', 'date,lat,lon,type\n42486,6.5,-9.5,theft\n')
    expect(await run('import', file, '--out', out)).toBe(0)
    expect(warned).toContain(
      '  --answer excel-days=1904  From 1904, as old Excel for Mac did: 2020-04-27',
    )
    expect(await run('import', file, '--out', out, '--answer', 'excel-days=1904')).toBe(0)
    const [columns] = opened(out).columns.values()
    const [minutes = Number.NaN] = numbersOf(columns!, 'occurredEpochMinutes')
    expect(instantOf(minutes)).toBe('2020-04-27T00:00:00Z')
  })

  it('asks which rows of one id hold, and takes the answer', async () => {
    const out = at('versions.json')
    const rows = 'E1,2020-01-05,6.5,-9.5,theft\nE1,2020-01-06,6.6,-9.5,theft\n'
    const file = write('versions.csv', `id,date,lat,lon,type\n${rows}`)
    const countAfter = async (...answer: readonly string[]) => {
      expect(await run('import', file, '--out', out, ...answer)).toBe(0)
      return [...opened(out).columns.values()].map(({ rowCount }) => rowCount)
    }
    expect(await countAfter()).toEqual([1])
    expect(warned.join('\n')).toContain('("E1" on line 2 and 3). Which of them hold?')
    expect(await countAfter('--answer', 'same-id=all')).toEqual([2])
  })

  it('asks whether protected cases came in before, and takes the answer', async () => {
    const out = at('apart.json')
    const rows = ['2012-03-01,6.5,-9.5,rape', '2012-03-02,6.5,-9.5,theft']
    const head = 'date,lat,lon,type'
    const first = write('register-1.csv', [head, ...rows].join('\n'))
    expect(await run('import', write('county.geojson', COUNTY), first, '--out', out)).toBe(0)
    expect(warned.join('\n')).not.toContain('protected-again')
    const grown = write('register-2.csv', [head, ...rows, '2012-04-03,6.5,-9.5,rape'].join('\n'))
    const countAfter = async (...options: readonly string[]) => {
      const made = at('made.json')
      const args = ['import', grown, '--into', out, '--out', made, ...options]
      expect(await run(...args)).toBe(0)
      return protectedOnRecord(opened(made))
    }
    expect(await countAfter()).toBe(1)
    expect(warned.join('\n')).toContain('Has an earlier file told of these?')
    expect(await countAfter('--answer', 'protected-again=replace', '--json')).toBe(2)
    expect(printed.at(-1)).not.toContain('replacedDatasetIds')
    expect(printed.at(-1)).toContain('that came in earlier, if any, are replaced by this file.')
    expect(await countAfter('--answer', 'protected-again=add')).toBe(3)
    expect(await countAfter('--answer', 'protected-again=leave-out')).toBe(1)
  })

  it('asks how metres are counted, and takes it as an answer or as --crs', async () => {
    const out = at('metres.json')
    const file = write('metres.csv', 'date,x,y,type\n2020-01-05,320450,740850,theft\n')
    expect(await run('import', file, '--out', out)).toBe(2)
    expect(warned.join('\n')).toContain('1 row has a position in metres ("320450, 740850")')
    expect(warned).toContain('  113 more answers are allowed; --json lists them all.')
    for (const given of ['--answer=projection=EPSG:32629', '--crs=epsg:32629']) {
      expect(await run('import', file, '--out', out, given)).toBe(0)
      const [columns] = opened(out).columns.values()
      expect(warned).toContain(
        '  --answer projection=EPSG:32629  UTM zone 29 north (EPSG:32629) (holds now)',
      )
      if (columns?.geometry.type !== 'points') throw new Error('no points')
      expect(columns.geometry.positions[0]).toBeCloseTo(-10.624, 3)
    }
  })

  it('refuses to write into a folder that is not there, and leaves no part behind', async () => {
    const out = at('none/bong.json')
    expect(await run('import', write('a.geojson', COUNTY), '--out', out)).toBe(2)
    expect(warned.at(-1)).toContain('cannot be written')
    expect(readdirSync(at())).toEqual(['a.geojson'])
  })

  it('refuses a damaged operation', async () => {
    const damaged = write('op.json', '{"format":"commonground-operation","schemaVersion":1}')
    expect(await run('import', write('a.geojson', COUNTY), '--into', damaged)).toBe(2)
    expect(warned[0]).toContain('damaged')
  })
})

describe('the command itself', () => {
  it('ends with its code and one sentence, and no stack trace', () => {
    const argv = ['--import', 'tsx', 'src/cli/main.ts', 'import', 'no-such.csv', '--out', at('o')]
    const { status, stderr, stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toBe('no-such.csv cannot be read: there is no such file or folder.\n')
  })
})

describe('need, plan and compare', () => {
  const small = async () => {
    const out = at('bong.json')
    const villages = 'name,lat,lon,class\nGbarnga,6.5,-9.5,town\nTotota,6.8,-9.8,village\n'
    const bases = 'name,lat,lon,kind\nCamp Alpha,6.2,-9.2,cob\n'
    const files = [write('c.csv', CENSUS), write('i.csv', INCIDENTS), write('a.geojson', COUNTY)]
    const more = [write('communities.csv', villages), write('bases.csv', bases)]
    expect(await run('import', ...files, ...more, '--out', out)).toBe(0)
    forget()
    return out
  }

  it('prints need per cell, null where it is not known', async () => {
    const out = await small()
    expect(await run('need', out, '--json')).toBe(0)
    const { cells, scenario } = JSON.parse(printed[0] ?? '')
    expect(scenario).toBe('Current posture')
    expect(cells.length).toBeGreaterThan(300)
    for (const { need, rank, evidenceShare, lowest, highest } of cells) {
      expect(need === null).toBe(rank === null)
      expect(evidenceShare).toBeGreaterThanOrEqual(0)
      expect(highest).toBeGreaterThanOrEqual(lowest)
    }
  })

  it('reports on the roads, and on bases off them', async () => {
    const road = (west: number, east: number) =>
      `{"type":"Feature","properties":{"highway":"track"},"geometry":{"type":"LineString","coordinates":[[${west},6.3],[${east},6.3]]}}`
    const out = await small()
    const file = write(
      'roads.geojson',
      `{"type":"FeatureCollection","features":[${road(-9.4, -9.1)},${road(-9.9, -9.8)}]}`,
    )
    const base = write('base.csv', 'name,lat,lon,kind\nCamp Alpha,6.2,-9.6,cob\n')
    expect(await run('import', file, '--into', out)).toBe(0)
    expect(await run('import', base, '--into', out, '--as', 'bases')).toBe(0)
    forget()
    expect(await run('roads', out)).toBe(0)
    expect(printed[1]).toMatch(/^1 other part joins no other road: 11 km, /)
    expect(printed.at(-1)).toMatch(/^Camp Alpha is 24\.\d km from the nearest road, too far/)
    expect(await run('roads', out, '--json')).toBe(0)
    const { parts, bases, baseCount } = JSON.parse(printed.at(-1) ?? '')
    expect([parts.length, baseCount, bases[0].code]).toEqual([2, 1, 'post-unreachable'])
    expect(await run('roads')).toBe(2)
  })

  it('says what is missing where nothing can be planned, with code 2', async () => {
    const out = await small()
    expect(await run('plan', out)).toBe(2)
    expect(warned.join(' ')).toContain('No unit has anything that can be moved')
    expect(await run('plan', out, '--scenario', 'COA 9')).toBe(2)
    expect(warned.at(-1)).toBe('There is no scenario "COA 9"; there is "Current posture".')
    expect(await run('plan', out, '--moves', 'many')).toBe(2)
    expect(warned.at(-1)).toContain('--moves: "many" is no whole number')
    expect(await run('plan', out, '--objective', 'glory')).toBe(2)
    expect(await run('compare', out, '--scenarios', 'Current posture')).toBe(2)
    expect(await run('need', at('nothing.json'))).toBe(2)
    expect(printed).toEqual([])
  })
})

describe('the built-in theatre from the command line', () => {
  it('is planned for, accepted, and compared', async () => {
    const out = write('sample.json', theSampleFile())
    const planned = at('planned.json.gz')
    const ask = ['plan', out, '--scenario', 'Current posture', '--moves', '20000', '--json']
    forget()
    expect(await run(...ask, '--out', planned)).toBe(0)
    const first = JSON.parse(printed[0]!)
    expect(first.postings.length).toBeGreaterThan(5)
    expect(first.bound).toBeGreaterThanOrEqual(first.objective)
    expect(first.gapShare).toBeCloseTo(first.bound / first.objective - 1, 6)
    expect(first.reasons.length).toBeGreaterThan(1)
    forget()
    expect(await run('compare', planned, '--scenarios', 'Current posture,COA 2', '--json')).toBe(0)
    const compared = JSON.parse(printed[0] ?? '')
    const within = compared.measures.find(
      (row: { id: string }) => row.id === 'peopleWithinStandard',
    )
    expect(within.difference).toBeCloseTo(compared.gainedPeopleCount - compared.lostPeopleCount, 3)
    expect(within.difference).toBeGreaterThan(0)
  })
})

it('asks how long the way is, under options that are set by name', async () => {
  const path = at('ways.json')
  expect(
    await run('import', write('a2.geojson', COUNTY), write('c2.csv', CENSUS), '--out', path),
  ).toBe(0)
  forget()
  expect(await run('study', path, '--ask', 'travelTime', '--set', 'season=wet')).toBe(0)
  expect(printed.join(' ')).toContain('No unit stands anywhere')
  forget()
  expect(await run('study', path, '--ask', 'casevac', '--set', 'surgeryWithin=180', '--json')).toBe(
    0,
  )
  const [{ method, values }] = JSON.parse(printed.join('\n')).studies
  expect(JSON.stringify(method)).toContain('within 3 h 00')
  expect(new Set(values)).toEqual(new Set([null]))
})

it('prints routes of patrols and critical roads for a person and makes no file of them', async () => {
  for (const id of ['patrolRoutes', 'criticalStretches']) {
    expect(await run('study', 'mine.json.gz', '--ask', id, '--json')).toBe(2)
  }
  expect(warned.join(' ')).toContain('stays with planners')
  const path = at('county.json')
  const files = [write('c.csv', CENSUS), write('a.geojson', COUNTY)]
  await run('import', ...files, '--out', path)
  forget()
  expect(await run('study', path, '--ask', 'patrolRoutes')).toBe(0)
  expect(printed.join(' ')).toContain('Patrol routes')
  forget()
  expect(await run('study', path, '--json')).toBe(0)
  const ids = JSON.parse(printed.join('\n')).studies.map(({ id }: { id: string }) => id)
  expect(ids).toContain('patrolGaps')
  expect(ids).toEqual(expect.arrayContaining(['cutOff', 'restrictionCosts']))
  expect(ids).not.toContain('patrolRoutes')
  expect(ids).not.toContain('criticalStretches')
})
