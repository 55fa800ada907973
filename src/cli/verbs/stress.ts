import { futuresOf } from '#analysis/compare/stress/futures.ts'
import {
  STRESS_MEASURES,
  type StressAnswer,
  type StressSettings,
  USUAL_STRESS,
} from '#analysis/compare/stress/stress.ts'
import { openScenarios } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { stressFactsOf } from '#jobs/stress.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation } from '../files.ts'
import { groundOfOperation, pictureOf, scenarioNamed } from '../pictures.ts'
import { stressAsked } from '../stress/stress-asked.ts'
import { printStress } from '../stress/stress-text.ts'
import { Refusal, type Verb } from '../verb.ts'

const USAGE = `stress OPERATION [--scenarios A,B,C]        COAs under what may come: shocks, a base or unit lost, a surge

  --measure ID       what they are tried by: ${STRESS_MEASURES.join(', ')};
                     left out: needMet, or peopleWithinStandard where need is known of few
  --draws N          draws of what is not known, the same for all; 0: figures as measured (usual: ${USUAL_STRESS.drawCount})
  --seed N           of the draws (usual: ${USUAL_STRESS.seed})
  --futures A,B      names or ids of futures, or "all"; left out: the usual ones
  --list             the futures that there are, and nothing else
  --json             values, ranges, losses, regrets and counties as JSON`

/** Tries courses of action under what may come, with the same draws for all. */
export const stressVerb: Verb = {
  name: 'stress',
  summary: 'COAs under shocks and losses: values, regret, who holds out best',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, {
      scenarios: { type: 'string' },
      measure: { type: 'string' },
      draws: { type: 'string' },
      seed: { type: 'string' },
      futures: { type: 'string' },
      list: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    } as const)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: stress OPERATION.')
    const measureId = measureNamed(values.measure)
    const asked = {
      ...(measureId ? { measureId } : {}),
      drawCount: wholeNumber('--draws', values.draws, { least: 0, most: 10_000 }),
      seed: wholeNumber('--seed', values.seed, { least: 0, most: 2 ** 31 }),
    }
    const contents = readOperation(path)
    const scenarios = scenariosIn(contents, values.scenarios)
    const ground = await groundOfOperation(contents)
    const pictures = await Promise.all(
      scenarios.map(async ({ id: scenarioId }) => ({
        scenarioId,
        ...(await pictureOf(contents, ground, scenarioId)),
      })),
    )
    const { input, why } = stressAsked(contents, pictures, asked)
    const options = futuresOf(stressFactsOf(input))
    if (values.list) {
      for (const { name, detail, id } of options) terminal.print(`${name} (${id})\n  ${detail}`)
      return 0
    }
    const futureIds = idsOf(options, values.futures)
    const settings = { ...input.settings, futureIds }
    const answer = await runJobInline('stress', { ...input, settings })
    const names = scenarios.map(({ name }) => name)
    if (values.json) terminal.print(jsonOf(answer, names))
    else {
      if (why && !measureId) terminal.print(why)
      printStress(answer, names, terminal)
    }
    return 0
  },
}

function jsonOf({ options: _, ...answer }: StressAnswer, scenarios: readonly string[]): string {
  return JSON.stringify({ scenarios, ...answer }, null, 1)
}

/** Those that are named; left out: the current posture and all COAs that are open. */
function scenariosIn({ document }: OperationContents, names: string | undefined): Scenario[] {
  const listed = (names ?? '').split(',').flatMap((name) => name.trim() || [])
  const found =
    listed.length > 0
      ? listed.map((name) => scenarioNamed(document, name))
      : openScenarios(document)
  if (found.length === 0) throw new Refusal('The operation has no scenario.')
  return [...new Set(found)]
}

function measureNamed(name: string | undefined): StressSettings['measureId'] | null {
  if (name === undefined) return null
  const found = STRESS_MEASURES.find((id) => id.toLowerCase() === name.toLowerCase())
  if (found) return found
  throw new Refusal(
    `There is no measure "${name}" to try by; there is ${STRESS_MEASURES.join(', ')}.`,
  )
}

function wholeNumber(
  option: '--draws' | '--seed',
  text: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  if (text === undefined) return option === '--draws' ? USUAL_STRESS.drawCount : USUAL_STRESS.seed
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new Refusal(`${option} takes a whole number from ${least} to ${most}, not "${text}".`)
}

/** Ids of futures by name or id; null: the usual ones. */
function idsOf(options: ReturnType<typeof futuresOf>, names: string | undefined): string[] | null {
  if (names === undefined) return null
  if (names.trim().toLowerCase() === 'all') return options.map(({ id }) => id)
  const plain = (text: string) => text.trim().toLowerCase()
  return names.split(',').map((name) => {
    const found = options.find(
      (each) => each.id === name.trim() || plain(each.name) === plain(name),
    )
    if (found) return found.id
    throw new Refusal(`There is no future "${name.trim()}"; --list says which there are.`)
  })
}
