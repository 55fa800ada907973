import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli } from '#cli/run-cli.ts'
import { writeOperationFile } from '#core/operation-file.ts'
import { smallTheatre } from '../state/small-theatre.ts'

let folder: string
let path: string
let printed: string[]
let warned: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'))
  path = join(folder, 'small.json')
  warned = []
  writeFileSync(path, writeOperationFile(smallTheatre()))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(...argv: readonly string[]): Promise<number> {
  printed = []
  let count = 0
  return runCli(argv, {
    print: (text) => void printed.push(text),
    warn: (text) => void warned.push(text),
    now: () => '2020-01-01T00:00:00Z',
    newId: () => `new-${++count}`,
  })
}

describe('a plan on the command line', () => {
  it('is weighed when asked to be, in words', async () => {
    expect(await run('plan', path, '--moves', '2000', '--choices', '--without', 'incidents')).toBe(
      0,
    )
    const text = printed.join('\n')
    expect(text).toMatch(/What moves buy\n\nWithout any move: \d/)
    expect(text).toContain('With at most 5 moves, 3 made: 32.3 % of weighted need covered')
    expect(text).toMatch(/Other plans\n\n(\d plans are within|No other plan was found)/)
    expect(text).toMatch(
      /Who wins and who loses\n\n(.*\n)*33,333 more people are within 120 minutes of Infantry platoon, most in Bravo County/,
    )
    expect(text).toMatch(/\nWithout the incidents/)
  })

  it('is weighed as JSON, and only when asked to be', async () => {
    await run('plan', path, '--moves', '2000', '--choices', '--json')
    const weighed = JSON.parse(printed[0]!)
    const rungs = weighed.gainByMoves.rungs.map((rung: { objective: number }) => rung.objective)
    expect(rungs[0]).toBeCloseTo(weighed.currentObjective, 6)
    expect(rungs.at(-1)).toBeGreaterThanOrEqual(weighed.objective - 1e-6)
    expect(weighed.alternatives.plans[0].laydown.length).toBeGreaterThan(0)
    expect(weighed.outcomes.length).toBeGreaterThan(0)
    await run('plan', path, '--moves', '2000', '--json')
    expect(JSON.parse(printed[0]!)).not.toHaveProperty('alternatives')
  })

  it('says why when asked to, in words and as JSON', async () => {
    await run('plan', path, '--moves', '2000', '--reasons')
    const text = printed.join('\n')
    expect(text).toMatch(/What is demanded\n\n[A-Z].*\.\n/)
    expect(text).toMatch(/Who is not served in full, and what would help\n\n.* % of need covered: /)
    expect(text).toMatch(/What each decision costs\n\n[A-Z0-9]/)
    expect(text).toMatch(/What a little more would bring\n\nOne more /)
    await run('plan', path, '--moves', '2000', '--reasons', '--json')
    const { why } = JSON.parse(printed[0]!)
    expect(Object.keys(why)).toEqual(['conflict', 'unserved', 'decisionPrices', 'limitGains'])
  })

  it('refuses an input that is not there, and says what there is', async () => {
    expect(await run('plan', path, '--without', 'weather')).toBe(2)
    expect(warned.join()).toBe(
      '--without: "weather" is none of incidents, patrols, surveys, and no restriction.',
    )
  })
})
