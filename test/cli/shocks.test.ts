import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { addShock } from '#core/commands/shocks/add-shock.ts'
import { readOperationFile, writeOperationFile } from '#core/operation-file.ts'
import { bridgeOutShock, shockRows, wetSeasonShock } from '#core/shock-presets.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { commandLine } from './command-line.ts'

const { at, printed, run, warned, write } = commandLine({ isFresh: true })

let path: string

beforeEach(() => {
  const contents = smallTheatre()
  const wet = shockRows(wetSeasonShock(), {
    id: 'wet',
    orderKey: 'a',
    newId: () => 'x',
  })
  const crossing = bridgeOutShock({
    name: 'Crossing',
    line: [
      [-9.1, 6.6],
      [-9.1, 6.6],
    ],
  })
  const out = shockRows(crossing, { id: 'out', orderKey: 'b', newId: () => 'out-1' })
  let { document } = contents
  for (const rows of [wet, out]) document = applyChange(document, addShock.change(document, rows))
  const fields = { shockIds: ['out'] }
  document = applyChange(document, editScenario.change(document, { id: 'coa-1', fields }))
  path = write('small.json', writeOperationFile({ ...contents, document }))
})

const STRESS = 'These are figures under stress, not the facts: '

describe('shocks on the command line', () => {
  it('are listed with what they hold and who is under them', async () => {
    expect(await run('shocks', path)).toBe(0)
    expect(printed).toEqual([
      'Wet season\n  Wet-season speeds.',
      'Crossing out\n  Restricted: Crossing out. Tried by COA 1.',
    ])
    await run('shocks', path, '--json')
    expect(JSON.parse(printed[0]!).map(({ name }: { name: string }) => name)).toEqual([
      'Wet season',
      'Crossing out',
    ])
  })

  it('slow what is measured, and every output says so', async () => {
    const minutes = async (...more: string[]) => {
      expect(await run('need', path, '--json', ...more)).toBe(0)
      const { under, cells } = JSON.parse(printed[0]!)
      const sum = cells.reduce(
        (all: number, cell: { responseMinutes: number | null }) =>
          all + (cell.responseMinutes ?? 1e4),
        0,
      )
      return { under, sum }
    }
    const free = await minutes()
    const wet = await minutes('--under', 'wet season')
    const both = await minutes('--under', 'wet season', '--under', 'Crossing out')
    expect([free.under, wet.under, both.under]).toEqual([
      [],
      ['Wet season'],
      ['Wet season', 'Crossing out'],
    ])
    expect(wet.sum).toBeGreaterThan(free.sum)
    expect(both.sum).toBeGreaterThan(wet.sum)
    await run('need', path)
    expect(printed.join('\n')).not.toContain(STRESS)
    await run('need', path, '--under', 'Wet season')
    expect(printed[0]).toBe(`${STRESS}Current posture under Wet season.`)
    await run('need', path, '--scenario', 'COA 1')
    expect(printed[0]).toBe(`${STRESS}COA 1 under Crossing out.`)
    await run('study', path, '--under', 'Wet season')
    expect(printed[0]).toBe(`${STRESS}Current posture under Wet season.`)
  })

  it('are each side’s own in a comparison', async () => {
    await run('compare', path, '--scenarios', 'Current posture,COA 1', '--json')
    const { under, lostPeopleCount } = JSON.parse(printed[0]!)
    expect(under).toEqual({ a: [], b: ['Crossing out'] })
    expect(lostPeopleCount).toBeGreaterThan(0)
    const both = ['--under', 'Crossing out', '--json']
    await run('compare', path, '--scenarios', 'Current posture,COA 1', ...both)
    expect(JSON.parse(printed[0]!).lostPeopleCount).toBe(0)
  })

  it('stay with a plan that is made under them, and never reach the current posture', async () => {
    const out = at('planned.json')
    const few = ['--moves', '500', '--out', out]
    expect(await run('plan', path, '--under', 'Wet season', ...few)).toBe(0)
    expect(printed[0]).toBe(`${STRESS}Current posture under Wet season.`)
    const read = readOperationFile(readFileSync(out, 'utf8'), out)
    if (!read.ok) throw new Error(read.issues[0]?.message)
    const scenarios = [...read.value.document.tables.scenarios.values()]
    expect(scenarios.map(({ name, shockIds }) => [name, shockIds])).toEqual([
      ['COA 1', ['out']],
      ['Current posture', []],
      ['COA 2', ['wet']],
    ])
  })

  it('that are not there are refused with those that are', async () => {
    expect(await run('need', path, '--under', 'Flood')).toBe(2)
    expect(warned.join()).toContain(
      'There is no shock "Flood"; there is "Wet season", "Crossing out".',
    )
  })
})
