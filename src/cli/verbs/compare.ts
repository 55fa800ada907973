import type { StressAnswer } from '#analysis/compare/stress/stress.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { comparedScenarios, MOST_COMPARED } from '#state/compared.ts'
import { argumentsOf } from '../arguments.ts'
import { comparisonFormatOf, writeComparison } from '../compare/compare-file.ts'
import { pairJson, partsJson, severalJson } from '../compare/compare-json.ts'
import { measureAsked, pairSentences } from '../compare/compare-rows.ts'
import { printColumns, printPair, printParts } from '../compare/compare-text.ts'
import { type Compared, comparedOf, twoOf } from '../compare/compared.ts'
import { readOperation } from '../files.ts'
import { scenarioNamed } from '../pictures.ts'
import { stressAsked } from '../stress/stress-asked.ts'
import { putUnder, tellUnder, UNDER_OPTION, UNDER_USAGE } from '../under.ts'
import { Refusal, type Terminal, type Verb } from '../verb.ts'

const USAGE = `compare OPERATION --scenarios A,B        what changes from A to B
compare OPERATION --scenarios A,B,C,D    three or four, each in a column of its own

  left out           the current posture and the first three COAs that are open
  ${UNDER_USAGE}, here for all of them
  --parts MEASURE    the records behind one measure, such as "Need met", of each scenario instead
  --json             as JSON: measures with definitions, units, scales and ranges; of two also people
                     gained and lost by county, the difference of every cell, and what is said of it;
                     with --parts the records
  --out FILE         a workbook (.xlsx) or zipped tables (.csv.zip) instead, as they leave the screen: criteria
                     with values, scores and ranges, totals, counties, what is said and what was decided
  --stress           with --out: what each is worth under the usual futures too (see the verb "stress")`

const OPTIONS = {
  scenarios: { type: 'string' },
  parts: { type: 'string' },
  json: { type: 'boolean', default: false },
  out: { type: 'string' },
  stress: { type: 'boolean', default: false },
  ...UNDER_OPTION,
} as const

/** Sets scenarios side by side, and lists what a figure rests on. */
export const compareVerb: Verb = {
  name: 'compare',
  summary: 'two to four scenarios side by side, measure by measure, on screen or as a file',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, OPTIONS)
    const { out, parts, json: isJson } = values
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: compare OPERATION.')
    if (out !== undefined && (isJson || parts !== undefined)) {
      throw new Refusal(
        '--out writes a file of the whole comparison; leave --json and --parts out.',
      )
    }
    if (values.stress && out === undefined) {
      throw new Refusal('--stress goes into a file: name it with --out, or use the verb "stress".')
    }
    if (out !== undefined) comparisonFormatOf(out)
    const names = values.scenarios === undefined ? null : namesIn(values.scenarios)
    const measure = parts === undefined ? null : measureAsked(parts)
    const read = readOperation(path)
    const scenarios = scenariosIn(read, names)
    const ids = [...new Set(scenarios.map(({ id }) => id))]
    const contents = putUnder(read, ids, values.under)
    const compared = await comparedOf(contents, scenarios, terminal.now())
    if (!isJson) tellUnder(contents, scenarios, terminal)
    if (out !== undefined) {
      const stress = values.stress ? await stressOf(contents, compared) : null
      return writeComparison(contents, compared, { out, stress, terminal })
    }
    if (measure) {
      if (isJson) terminal.print(partsJson(compared, measure))
      else printParts(compared, measure, terminal)
    } else if (scenarios.length === 2) await tellPair(compared, isJson, terminal)
    else if (isJson) terminal.print(severalJson(compared))
    else printColumns(compared, contents.document, terminal)
    return 0
  },
}

async function tellPair(compared: Compared, isJson: boolean, terminal: Terminal): Promise<void> {
  const { course: b, against: a } = twoOf(compared, 0, 1)
  const comparison = await runJobInline('compare', { a, b, baseline: compared.terms.baseline })
  const sentences = pairSentences(compared)
  if (isJson) terminal.print(pairJson(compared, comparison, sentences))
  else printPair(compared, { comparison, sentences }, terminal)
}

function stressOf(contents: OperationContents, { courses }: Compared): Promise<StressAnswer> {
  return runJobInline('stress', stressAsked(contents, courses, {}).input)
}

/** Those that are named; null: those that the screen compares first. */
function scenariosIn({ document }: OperationContents, names: readonly string[] | null): Scenario[] {
  if (names) return names.map((name) => scenarioNamed(document, name))
  const usual = comparedScenarios(document, { comparedIds: null, scenarioId: null })
  if (usual.length > 1) return usual
  throw new Refusal('There is only the current posture: make a COA with the verb "plan" first.')
}

function namesIn(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.length < 2 || names.some((name) => name === '')) {
    throw new Refusal('Name two scenarios, such as --scenarios "Current posture,COA 1".')
  }
  if (names.length > MOST_COMPARED) {
    throw new Refusal(
      `Name at most ${MOST_COMPARED} scenarios: ${names.length} do not go side by side.`,
    )
  }
  return names
}
