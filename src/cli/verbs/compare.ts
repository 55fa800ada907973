import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { baselineOf } from '#core/document.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation } from '../files.ts'
import { groundOfOperation, pictureOf, scenarioNamed } from '../pictures.ts'
import { textTable } from '../text-table.ts'
import { putUnder, shockNamesOf, tellUnder, UNDER_OPTION, UNDER_USAGE } from '../under.ts'
import { Refusal, type Terminal, type Verb } from '../verb.ts'

const USAGE = `compare OPERATION --scenarios A,B        what changes from A to B

  ${UNDER_USAGE}, here for both
  --json             measures, people gained and lost by county, and the difference of every cell as JSON`

/** Sets two scenarios side by side. */
export const compareVerb: Verb = {
  name: 'compare',
  summary: 'two scenarios side by side, measure by measure',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      scenarios: { type: 'string' },
      json: { type: 'boolean', default: false },
      ...UNDER_OPTION,
    } as const)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: compare OPERATION.')
    const names = (values.scenarios ?? '').split(',').map((name) => name.trim())
    const [nameA, nameB] = names
    if (!nameA || !nameB || names.length > 2) {
      throw new Refusal('Name two scenarios, such as --scenarios "Current posture,COA 1".')
    }
    const read = readOperation(path)
    const a = scenarioNamed(read.document, nameA)
    const b = scenarioNamed(read.document, nameB)
    const contents = putUnder(read, [a.id, b.id], values.under)
    const ground = await groundOfOperation(contents)
    const baselineId = (baselineOf(contents.document) ?? a).id
    const ids = [...new Set([a.id, b.id, baselineId])]
    const pictures = new Map(
      await Promise.all(
        ids.map(async (id) => [id, await pictureOf(contents, ground, id)] as const),
      ),
    )
    const comparison = await runJobInline('compare', {
      a: pictures.get(a.id)!,
      b: pictures.get(b.id)!,
      baseline: pictures.get(baselineId)!,
    })
    if (values.json) {
      const [underA, underB] = [a, b].map(({ id }) => shockNamesOf(contents, id))
      const under = { a: underA, b: underB }
      const head = { scenarios: { a: a.name, b: b.name }, under }
      terminal.print(comparisonJson(comparison, head, ground.grid.cells))
    } else {
      tellUnder(contents, [a, b], terminal)
      printComparison(comparison, [a.name, b.name], terminal)
    }
    return 0
  },
}

function comparisonJson(comparison: Comparison, head: object, cells: readonly string[]): string {
  const { measures, gainedPeopleCount, lostPeopleCount, counties } = comparison
  const difference = cells.flatMap((cell, i) => {
    const change = comparison.difference[i] ?? Number.NaN
    return Number.isNaN(change) ? [] : [{ cell, needMetChange: Math.round(change * 1e4) / 1e4 }]
  })
  const parts = { gainedPeopleCount, lostPeopleCount, counties, measures, difference }
  return JSON.stringify({ ...head, ...parts }, null, 1)
}

function printComparison(
  { measures, gainedPeopleCount, lostPeopleCount }: Comparison,
  [a, b]: readonly [string, string],
  terminal: Terminal,
): void {
  const shown = (value: number | null) =>
    value === null ? '–' : String(Math.round(value * 1000) / 1000)
  const rows = measures.map((measure) => [
    measure.name,
    measure.unit,
    shown(measure.a.value),
    shown(measure.b.value),
    shown(measure.difference),
    measure.better === null ? 'tie' : measure.better === 'a' ? a : b,
  ])
  terminal.print(textTable([['measure', 'unit', a, b, 'difference', 'better'], ...rows]))
  terminal.print(
    `${Math.round(gainedPeopleCount)} people come within the standard, ${Math.round(lostPeopleCount)} fall out of it.`,
  )
}
