import { beforeEach, describe, expect, it } from 'vitest'
import { writeOperationFile } from '#core/operation-file.ts'
import { smallTheatre } from '../state/small-theatre.ts'
import { commandLine } from './command-line.ts'

const { printed, run, warned, write } = commandLine({ isFresh: true })

let path: string
let baseName: string

beforeEach(() => {
  const contents = smallTheatre()
  baseName = [...contents.document.tables.bases.values()][0]!.name
  path = write('small.json', writeOperationFile(contents))
})

describe('zones on the command line', () => {
  it('are printed with their balance and its bound', async () => {
    expect(await run('zones', path, '--effort', 'quick')).toBe(0)
    const text = printed.join('\n')
    expect(text).toContain('of even')
    expect(text).toMatch(/Balance index \d\.\d{3}, bound \d\.\d{3}, mean deviation/)
  })

  it('come as JSON with their outlines, the same for the same seed', async () => {
    const args = ['zones', path, '--effort', 'quick', '--balance', 'area', '--json'] as const
    expect(await run(...args)).toBe(0)
    const [first] = printed
    const { zones, wish } = JSON.parse(first!)
    expect(wish).toMatchObject({ measureId: 'area', kind: 'aor' })
    expect(zones[0].outline[0].length).toBeGreaterThan(3)
    expect(await run(...args, '--bases', zones[0].baseIds.join())).toBe(0)
    expect(await run(...args)).toBe(0)
    expect(printed[0]).toBe(first)
  })

  it('share the work of patrols out', async () => {
    expect(await run('zones', path, '--effort', 'quick', '--balance', 'workload')).toBe(0)
    expect(printed.join('\n')).toMatch(/patrol-days/)
    expect(printed.join('\n')).toMatch(/Balance index \d\.\d{3}, bound \d\.\d{3}/)
  })

  it('say what they do not know', async () => {
    for (const [option, text, sentence] of [
      ['--balance', 'luck', '--balance: "luck" is none of people, need'],
      ['--bases', 'Nowhere', `There is no base "Nowhere"; there is "${baseName}"`],
      ['--seed', 'x', '--seed: "x" is no whole number'],
      ['--blocks', 'hexes', '--blocks: "hexes" is none of cells, districts.'],
    ] as const) {
      expect(await run('zones', path, option, text)).toBe(2)
      expect(warned.join()).toContain(sentence)
    }
  })
})
