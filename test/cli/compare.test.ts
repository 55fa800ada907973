import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import { aScenario } from '#support/build.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { commandLine } from './command-line.ts'

const { at, printed, run, warned, write } = commandLine({ isFresh: true })

let path: string

/** COA 2 posts a platoon to the east; COA 3 nothing. */
beforeEach(() => {
  const contents = smallTheatre()
  const { tables } = contents.document
  const scenarios = new Map(tables.scenarios)
  for (const number of [2, 3]) {
    const fields = { id: `coa-${number}`, name: `COA ${number}`, number, orderKey: `c${number}` }
    scenarios.set(fields.id, aScenario(fields))
  }
  const posting = {
    ...{ id: 'p', scenarioId: 'coa-2', typeId: 'platoon', count: 1, placeId: 'east' },
    fromBaseId: [...tables.bases.keys()][0]!,
    ...{ startsAt: null, endsAt: null, reason: 'Because', planHash: null },
  }
  const postings = new Map(tables.postings).set('p', posting)
  const document = { ...contents.document, tables: { ...tables, scenarios, postings } }
  path = write('small.json', writeOperationFile({ ...contents, document }))
})

describe('compare', () => {
  it('sets two side by side, and argues from the figures', async () => {
    expect(await run('compare', path, '--scenarios', 'Current posture,COA 2')).toBe(0)
    const text = printed.join('\n')
    expect(text).toMatch(/measure +unit +Current posture +COA 2 +difference +better/)
    for (const { name } of COMPARE_MEASURES) expect(text).toContain(name)
    expect(text).toContain('COA 2 against Current posture\nBecause: ')
    expect(text).toMatch(/Bravo County: .* people come within the standard, most in East Town/)
    await run('compare', path, '--scenarios', 'Current posture,COA 2', '--json')
    const { measures, gainedPeopleCount, lostPeopleCount, because } = JSON.parse(printed[0]!)
    expect(measures.length).toBe(COMPARE_MEASURES.length)
    const within = measures.find(({ id }: { id: string }) => id === 'peopleWithinStandard')
    expect(within.difference).toBe(gainedPeopleCount - lostPeopleCount)
    expect(gainedPeopleCount).toBeGreaterThan(0)
    expect(because).not.toBe('')
  })

  it('sets three or four in columns, without a difference', async () => {
    const names = 'Current posture,COA 1,COA 2,COA 3'
    expect(await run('compare', path, '--scenarios', names)).toBe(0)
    const [head = '', ...rows] = printed[0]!.split('\n')
    expect(head).toMatch(/^measure +unit +Current posture +COA 1 +COA 2 +COA 3$/)
    expect(rows.length).toBe(COMPARE_MEASURES.length + 1)
    expect(rows.at(-1)).toMatch(/^Weighted score +0 to 10( +[\d.]+){4}$/)
    expect(printed[1]).toMatch(/Recommendation: .*COA 2[\s\S]*\nWeights: /)
    await run('compare', path, '--scenarios', names, '--json')
    const { scenarios, under, measures } = JSON.parse(printed[0]!)
    expect(scenarios).toEqual(names.split(','))
    expect(under).toEqual([[], [], [], []])
    for (const { values, scale } of measures) {
      expect(values.length).toBe(4)
      expect(scale.worst).not.toBe(scale.best)
    }
  })

  it('lists the records behind a measure, which add up to it', async () => {
    const asked = ['compare', path, '--scenarios', 'Current posture,COA 2', '--parts']
    expect(await run(...asked, 'people within the standard')).toBe(0)
    expect(printed.join('\n')).toContain('East Town')
    await run(...asked, 'moves', '--json')
    const { measure, scenarios } = JSON.parse(printed[0]!)
    expect(measure.id).toBe('moves')
    expect(scenarios.map(({ value }: { value: number }) => value)).toEqual([0, 1])
    expect(scenarios[1].rows).toMatchObject([{ amount: 1, text: 'Because' }])
  })

  it('takes those that the screen compares where none is named', async () => {
    expect(await run('compare', path)).toBe(0)
    expect(printed[0]).toMatch(/^measure +unit +Current posture +COA 1 +COA 2 +COA 3\n/)
  })

  it('says as the screen what is better only where the draws bear it out', async () => {
    await run('compare', path, '--scenarios', 'COA 1,COA 3', '--json')
    const { measures } = JSON.parse(printed[0]!)
    for (const { better, difference } of measures) expect([better, difference]).toEqual([null, 0])
    await run('compare', path, '--scenarios', 'Current posture,COA 2', '--json')
    const { measures: told } = JSON.parse(printed[0]!)
    const within = told.find(({ id }: { id: string }) => id === 'peopleWithinStandard')
    expect(within.better).toBe('b')
    expect(within.ranges.b[0]).toBeLessThanOrEqual(within.b.value)
    expect(within.ranges.b[1]).toBeGreaterThanOrEqual(within.b.value)
  })

  it('leaves as a workbook and as zipped tables, with stress where it is asked for', async () => {
    const asked = ['compare', path, '--scenarios', 'Current posture,COA 2', '--out']
    expect(await run(...asked, at('compared.csv'), '--stress')).toBe(0)
    expect(printed.join('\n')).toContain('COA 2 against Current posture')
    expect(printed.at(-1)).toMatch(/^Left: .* comparison · csv · .* SHA-256 [0-9a-f]{64}$/)
    const tables = Object.entries(unzipSync(readFileSync(at('compared.csv.zip'))))
    const table = (name: string) =>
      strFromU8(tables.find(([path]) => path.endsWith(`comparison-${name}.csv`))![1])
    const [head, first] = table('criteria').split('\n')
    expect(head).toContain('COA 2: value,COA 2: score,COA 2: benchmark,COA 2: low,COA 2: high')
    expect(first).toMatch(/^"Need met",/)
    expect(table('stress')).toContain('Camp Alpha lost')
    expect(table('sentences')).toContain('Because, COA 2 against Current posture')
    expect(await run(...asked, at('compared.xlsx'))).toBe(0)
    expect(Object.keys(unzipSync(readFileSync(at('compared.xlsx'))))).toContain('xl/workbook.xml')
  })

  it('refuses a file of another kind, and stress without a file', async () => {
    const asked = ['compare', path, '--scenarios', 'Current posture,COA 2']
    expect(await run(...asked, '--out', at('x.gpkg'))).toBe(2)
    expect(warned.join()).toContain('.xlsx or .csv.zip')
    expect(await run(...asked, '--stress')).toBe(2)
    expect(await run(...asked, '--out', at('x.xlsx'), '--json')).toBe(2)
  })

  it('refuses one, five, and a measure that is not there', async () => {
    expect(await run('compare', path, '--scenarios', 'Current posture')).toBe(2)
    expect(warned.join()).toContain('Name two scenarios')
    expect(await run('compare', path, '--scenarios', 'a,b,c,d,e')).toBe(2)
    expect(warned.join()).toContain('at most 4')
    const asked = ['compare', path, '--scenarios', 'Current posture,COA 2', '--parts', 'luck']
    expect(await run(...asked)).toBe(2)
    expect(warned.join()).toContain('"Need met"')
  })
})
