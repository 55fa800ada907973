import type { Ground } from '#analysis/ground.ts'
import { applyChange } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { acceptPlan } from '#core/commands/postings/accept-plan.ts'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import type { OperationDocument } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { PlanFacts } from '#jobs/plan-facts.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import type { SearchRequest } from '#jobs/search-plan.ts'
import { OBJECTIVES, objectiveNamed } from '#planner/objectives/registry.ts'
import type { Plan } from '#planner/plan.ts'
import { candidateFactsOf, planFactsOf } from '#state/desk/plan-inputs.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation, writeOperation } from '../files.ts'
import { groundOfOperation, pictureOf, scenarioNamed } from '../pictures.ts'
import { type PlanWithout, planChoices, printChoices, printWithout } from '../plan-choices.ts'
import { printProof, proven } from '../plan-proof.ts'
import { planReasons, printReasons } from '../plan-reasons.ts'
import { SETTING_OPTIONS, SETTING_USAGE, withSettings } from '../plan-settings.ts'
import { askedFloors, planJson, printOrigin, printPlan } from '../plan-text.ts'
import { startProof } from '../proof.ts'
import { putUnder, shockNamesOf, tellUnder, UNDER_OPTION, UNDER_USAGE } from '../under.ts'
import { Refusal, type Terminal, type Verb } from '../verb.ts'
import { withoutInputNamed } from '../without.ts'

const DEFAULT_STEPS = 1_000_000

const USAGE = `plan OPERATION        search for a plan and explain it

  --scenario NAME    build on this scenario (the first one where none is named)
  ${UNDER_USAGE}
  --objective NAME   ${OBJECTIVES.map(({ name }) => name).join(', ')}
  --seed N           chance for the search (7); equal seeds and facts give equal plans
  --steps N          how long to search, in search steps (${DEFAULT_STEPS}); --moves is the same
  ${SETTING_USAGE}
  --certify SECONDS  prove beside the search how much better any plan can be, for so long at most
  --choices          weigh the plan too: what each number of moves buys, other plans that are nearly
                     as good, who comes within reach and who drops out; at country scale some 20 s of one
                     processor beyond the plan's own 10 s
  --reasons          answer why, by searching again: demands that cannot hold together, what would serve
                     each county that is not, what each decision costs, what a little more would bring;
                     at country scale some 2 min of one processor, longer with many decisions; stages
                     are told on standard error, except with --json
  --without INPUT    which postings hang on an input, and what it costs to plan without it: incidents,
                     discovered (incidents that patrols found), patrols, surveys, or a restriction
                     by name; may be repeated
  --out OPERATION    accept the whole plan and write the operation: into the scenario, or into a new
                     COA where that is the current posture
  --json             print the plan as JSON`

const OPTIONS = {
  scenario: { type: 'string' },
  objective: { type: 'string', default: 'need-covered' },
  seed: { type: 'string', default: '7' },
  steps: { type: 'string' },
  moves: { type: 'string' },
  certify: { type: 'string' },
  choices: { type: 'boolean', default: false },
  reasons: { type: 'boolean', default: false },
  without: { type: 'string', multiple: true, default: [] as string[] },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  ...UNDER_OPTION,
  ...SETTING_OPTIONS,
} as const

/** Searches for a plan of a scenario. */
export const planVerb: Verb = {
  name: 'plan',
  summary: 'who and what should go where, with bound and reasons',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, OPTIONS)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: plan OPERATION.')
    const request = {
      objectiveName: knownObjective(values.objective),
      seed: wholeNumber('--seed', values.seed, 0),
      maxMoves: searchSteps(values),
    }
    const proofSeconds =
      values.certify === undefined ? 0 : wholeNumber('--certify', values.certify, 1)
    const read = readOperation(path)
    const scenario = scenarioNamed(read.document, values.scenario)
    const planned = { scenarioId: scenario.id, newId: terminal.newId, tell: terminal.warn }
    const set = withSettings(read, planned, values)
    const contents = putUnder(set, [scenario.id], values.under)
    const doubted = values.without.map((name) => withoutInputNamed(contents, name))
    const ground = await groundOfOperation(contents)
    const factsIn = (of: OperationContents, keptPlaceIds: readonly string[]) =>
      factsToPlan(of, { ground, scenarioId: scenario.id, request, keptPlaceIds })
    const facts = await factsIn(contents, [])
    const placeIds = facts.candidates.places.map(({ placeId }) => placeId)
    const proving = proofSeconds > 0 ? startProof(facts, proofSeconds) : null
    const found = await runJobInline('plan', facts)
    if (!found.ok) {
      await proving?.end()
      throw new Refusal(found.issues[0]?.message ?? 'There is nothing to plan with.')
    }
    const { issues } = found.value
    const { plan, proof } = await proven(found.value.plan, proving)
    const tellStage = values.json ? () => {} : (stage: string) => terminal.warn(`${stage} …`)
    const choices = values.choices ? await planChoices(facts, plan, tellStage) : null
    const reasons = values.reasons ? await planReasons(facts, plan, tellStage) : null
    const without: PlanWithout[] = []
    for (const { contents: less, inputName } of doubted) {
      tellStage(`Planning without ${inputName}`)
      const factsWithout = await factsIn(less, placeIds)
      const asked = { facts, factsWithout, laydown: plan.laydown, inputName }
      const answer = await runJobInline('planWithoutInput', asked)
      if (answer.ok) without.push(answer.value)
      else terminal.warn(`Without ${inputName}: ${answer.issues[0]?.message}`)
    }
    const under = shockNamesOf(contents, scenario.id)
    if (values.out) {
      const start = scenario.isBaseline ? set : contents
      const { shockIds } = scenarioNamed(contents.document, scenario.id)
      const found = { scenario, shockIds, plan, terminal }
      writeOperation(values.out, accepted(start, found))
    }
    const floors = askedFloors(facts)
    if (values.json) {
      const weighed = { choices, reasons, without }
      const told = { plan, floors, proof, ...weighed, issues, scenario, under, ground }
      terminal.print(planJson(told))
    } else {
      tellUnder(contents, [scenario], terminal)
      printPlan({ plan, floors, issues }, terminal)
      if (proof) printProof(plan, proof, terminal)
      if (choices) printChoices(choices, terminal)
      if (reasons) printReasons(reasons, terminal)
      printWithout(without, terminal)
      printOrigin(plan, terminal)
    }
    return 0
  },
}

/** What a plan of a scenario follows from, worked out anew: leaving out an input moves need and ways too. */
async function factsToPlan(
  contents: OperationContents,
  asked: {
    readonly ground: Ground
    readonly scenarioId: string
    readonly request: SearchRequest
    readonly keptPlaceIds: readonly string[]
  },
): Promise<PlanFacts> {
  const { ground, scenarioId, request, keptPlaceIds } = asked
  const picture = await pictureOf(contents, ground, scenarioId)
  const facts = { ...candidateFactsOf(contents, scenarioId, picture), keptPlaceIds }
  const candidates = await runJobInline('candidates', facts)
  return planFactsOf(contents, { scenarioId, request, picture, candidates })
}

function searchSteps(given: { readonly steps?: string; readonly moves?: string }): number {
  const { steps, moves } = given
  if (steps !== undefined && moves !== undefined) {
    throw new Refusal('--steps and --moves say the same; keep one of them.')
  }
  if (moves !== undefined) return wholeNumber('--moves', moves, 1)
  return steps === undefined ? DEFAULT_STEPS : wholeNumber('--steps', steps, 1)
}

function knownObjective(name: string): string {
  if (objectiveNamed(name).name === name) return name
  const names = OBJECTIVES.map((objective) => objective.name).join(', ')
  throw new Refusal(`--objective: "${name}" is none of ${names}.`)
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least) return value
  throw new Refusal(`${option}: "${text}" is no whole number of at least ${least}.`)
}

/**
 * The operation with all suggestions as postings; the current posture itself takes none. What was
 * planned under shocks stays under them.
 */
function accepted(
  contents: OperationContents,
  made: {
    readonly scenario: Scenario
    readonly shockIds: readonly string[]
    readonly plan: Plan
    readonly terminal: Terminal
  },
): OperationContents {
  const { plan, shockIds, terminal } = made
  const { newId } = terminal
  let { document } = contents
  let { scenario } = made
  if (scenario.isBaseline) {
    const id = newId()
    const start = { id, name: freeName(document), title: 'Planned', copyOfId: null, shockIds }
    document = done(document, addScenario, start)
    scenario = scenarioNamed(document, id)
  }
  if (plan.postings.length === 0) return { ...contents, document }
  const ids = plan.postings.map((_, i) => `${plan.planHash.slice(0, 12)}-${i + 1}`)
  const suggestions = plan.postings
  const acceptance = { scenarioId: scenario.id, planHash: plan.planHash, suggestions, ids }
  return { ...contents, document: done(document, acceptPlan, acceptance) }
}

function freeName({ tables }: OperationDocument): string {
  const names = new Set([...tables.scenarios.values()].map(({ name }) => name))
  let number = 1
  while (names.has(`COA ${number}`)) number++
  return `COA ${number}`
}

function done<A>(document: OperationDocument, command: Command<A>, args: A): OperationDocument {
  const reason = command.blocked(document, args)
  if (reason !== null) throw new Refusal(reason)
  return applyChange(document, command.change(document, args))
}
