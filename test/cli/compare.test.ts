import { beforeEach, describe, expect, it } from 'vitest'
import { COMPARE_MEASURES } from '#analysis/compare/measures/registry.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import { aScenario } from '#support/build.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { commandLine } from './command-line.ts'

const { printed, run, warned, write } = commandLine({ isFresh: true })

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
    expect(rows.length).toBe(COMPARE_MEASURES.length)
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
