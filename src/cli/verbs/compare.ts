import type { Course } from '#analysis/compare/course.ts'
import { courseFigures, termsFrom } from '#analysis/compare/course-figures.ts'
import { documentMatrix } from '#analysis/compare/matrix/document-matrix.ts'
import { baselineOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { MOST_COMPARED } from '#state/compared.ts'
import { argumentsOf } from '../arguments.ts'
import {
  type Compared,
  measureAsked,
  pairJson,
  pairSentences,
  partsJson,
  printColumns,
  printPair,
  printParts,
  severalJson,
} from '../compare-text.ts'
import { readOperation } from '../files.ts'
import { courseOf, groundOfOperation, scenarioNamed } from '../pictures.ts'
import { putUnder, shockNamesOf, tellUnder, UNDER_OPTION, UNDER_USAGE } from '../under.ts'
import { Refusal, type Verb } from '../verb.ts'

const USAGE = `compare OPERATION --scenarios A,B        what changes from A to B
compare OPERATION --scenarios A,B,C,D    three or four, each in a column of its own

  ${UNDER_USAGE}, here for all of them
  --parts MEASURE    the records behind one measure, such as "Need met", of each scenario instead
  --json             as JSON: measures with definitions, units and scales; of two also people gained and
                     lost by county, the difference of every cell, and what is said of it;
                     with --parts the records`

/** Sets scenarios side by side, and lists what a figure rests on. */
export const compareVerb: Verb = {
  name: 'compare',
  summary: 'two to four scenarios side by side, measure by measure',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      scenarios: { type: 'string' },
      parts: { type: 'string' },
      json: { type: 'boolean', default: false },
      ...UNDER_OPTION,
    } as const)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: compare OPERATION.')
    const names = namesIn(values.scenarios)
    const asked = values.parts === undefined ? null : measureAsked(values.parts)
    const read = readOperation(path)
    const scenarios = names.map((name) => scenarioNamed(read.document, name))
    const ids = [...new Set(scenarios.map(({ id }) => id))]
    const contents = putUnder(read, ids, values.under)
    const compared = await comparedOf(contents, scenarios)
    if (!values.json) tellUnder(contents, scenarios, terminal)
    if (asked) {
      if (values.json) terminal.print(partsJson(compared, asked))
      else printParts(compared, asked, terminal)
    } else if (scenarios.length === 2) {
      const [a, b] = compared.courses as [Course, Course]
      const comparison = await runJobInline('compare', { a, b, baseline: compared.terms.baseline })
      const sentences = pairSentences(compared)
      if (values.json) terminal.print(pairJson(compared, comparison, sentences))
      else printPair(compared, { comparison, sentences }, terminal)
    } else if (values.json) terminal.print(severalJson(compared))
    else printColumns(compared, terminal)
    return 0
  },
}

function namesIn(text = ''): string[] {
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

/** Courses and figures of the scenarios named; the current posture is worked out beside them. */
async function comparedOf(
  contents: OperationContents,
  scenarios: readonly Scenario[],
): Promise<Compared> {
  const ground = await groundOfOperation(contents)
  const baselineId = (baselineOf(contents.document) ?? scenarios[0]!).id
  const ids = [...new Set([...scenarios.map(({ id }) => id), baselineId])]
  const courseById = new Map<string, Course>()
  for (const id of ids) courseById.set(id, await courseOf(contents, ground, id))
  const figures = courseFigures({ ground, courses: [...courseById.values()], baselineId })
  const names = Object.fromEntries(scenarios.map(({ id, name }) => [id, name]))
  const scenarioIds = scenarios.map(({ id }) => id)
  return {
    names: scenarios.map(({ name }) => name),
    under: scenarios.map(({ id }) => shockNamesOf(contents, id)),
    forceAt: scenarios.map((each) => each.forceAt ?? null),
    courses: scenarios.map(({ id }) => courseById.get(id)!),
    terms: termsFrom(courseById.get(baselineId)!),
    figures,
    matrix: documentMatrix(contents.document, { figures, ranges: null, scenarioIds, names }),
  }
}
