import { BALANCE_MEASURES } from '#analysis/zones/balance-measures.ts'
import { operationOf } from '#core/document.ts'
import { decimal, grouped, percent } from '#core/figures.ts'
import { forceOf } from '#core/force-at.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import type { ZoneProposal } from '#planner/zoning/zone-proposal.ts'
import { basesWithUnits } from '#planner/zoning/zone-seeds.ts'
import { FIRST_ZONE_WISH, ZONE_EFFORT_STEPS, type ZoneWish } from '#planner/zoning/zone-wish.ts'
import { balanceSentence, leftOutSentences } from '#planner/zoning/zoning-sentences.ts'
import { zoneProposalFactsOf } from '#state/desk/zone-inputs.ts'
import { argumentsOf } from '../arguments.ts'
import { readOperation } from '../files.ts'
import { groundOfOperation, pictureOf, scenarioNamed } from '../pictures.ts'
import { textTable } from '../text-table.ts'
import { putUnder, shockNamesOf, tellUnder, UNDER_OPTION, UNDER_USAGE } from '../under.ts'
import { Refusal, type Verb } from '../verb.ts'

const USAGE = `zones OPERATION       propose zones for bases: whole, shared out evenly, cut by no river without a crossing

  --balance MEASURE ${BALANCE_MEASURES.map(({ id }) => id).join(', ')} (people)
  --bases NAMES     begin at these, split by commas; else at all with units, headquarters apart
  --kind KIND       sector, aor or patrolBox (aor): locked zones of this kind keep their ground
  --share WAY       what each is meant to carry: equal, or strength at its base (equal);
                    patrol-days go by what the troops there can put out in any case
  --blocks BLOCKS   cells or districts (cells)
  --counties        keep to county lines: a county is divided only among bases that stand in it
  --smooth          borders between zones run smoothly, where no river cuts a zone by it
  --effort EFFORT   ${Object.keys(ZONE_EFFORT_STEPS).join(', ')} (normal)
  --seed N          chance for the search (7); equal seeds and facts give equal zones
  --scenario NAME   under this scenario (the first one where none is named)
  ${UNDER_USAGE}
  --json            with outlines, as JSON

Nothing is written: zones are taken in the app, under Zones.`

const OPTIONS = {
  balance: { type: 'string', default: 'people' },
  bases: { type: 'string' },
  kind: { type: 'string', default: 'aor' },
  share: { type: 'string', default: 'equal' },
  blocks: { type: 'string', default: 'cells' },
  counties: { type: 'boolean', default: false },
  smooth: { type: 'boolean', default: false },
  effort: { type: 'string', default: 'normal' },
  seed: { type: 'string', default: '7' },
  scenario: { type: 'string' },
  json: { type: 'boolean', default: false },
  ...UNDER_OPTION,
} as const

/** Proposes zones. */
export const zonesVerb: Verb = {
  name: 'zones',
  summary: 'proposed zones for bases, with their balance and its bound',
  usage: USAGE,
  async run(args, terminal) {
    const { values, positionals } = argumentsOf(args, OPTIONS)
    const [path, ...more] = positionals
    if (!path || more.length > 0) throw new Refusal('Name one operation: zones OPERATION.')
    const read = readOperation(path)
    const scenario = scenarioNamed(read.document, values.scenario)
    const contents = putUnder(read, [scenario.id], values.under)
    const wish: ZoneWish = {
      ...FIRST_ZONE_WISH,
      kind: oneOf('--kind', values.kind, ['sector', 'aor', 'patrolBox']),
      baseIds: basesNamed(contents, values.bases, scenario.id),
      measureId: oneOf(
        '--balance',
        values.balance,
        BALANCE_MEASURES.map(({ id }) => id),
      ),
      shareBy: oneOf('--share', values.share, ['equal', 'strength']),
      blocks: oneOf('--blocks', values.blocks, ['cells', 'districts']),
      keepsCounties: values.counties,
      isSmooth: values.smooth,
      effort: oneOf('--effort', values.effort, ['quick', 'normal', 'thorough']),
      seed: seedOf(values.seed),
    }
    const ground = await groundOfOperation(contents)
    const picture = await pictureOf(contents, ground, scenario.id)
    const { incidents } = picture
    const facts = zoneProposalFactsOf(contents, {
      scenarioId: scenario.id,
      wish,
      picture,
      incidents,
    })
    const proposal = await runJobInline('proposeZones', facts)
    if (values.json) {
      const { planningAt, isExercise } = operationOf(contents.document)
      const under = shockNamesOf(contents, scenario.id)
      const head = { planningAt, isExercise, scenario: scenario.name, under }
      terminal.print(JSON.stringify({ ...head, wish, ...proposal }, null, 1))
      return 0
    }
    tellUnder(contents, [scenario], terminal)
    terminal.print(textOf(proposal))
    return 0
  },
}

function oneOf<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase())
  if (found) return found
  throw new Refusal(`${option}: "${text}" is none of ${choices.join(', ')}.`)
}

function seedOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new Refusal(`--seed: "${text}" is no whole number of at least 0.`)
}

function basesNamed(
  { document }: OperationContents,
  names: string | undefined,
  scenarioId: string,
): string[] {
  const { bases, units } = forceOf(document, scenarioId)
  if (names === undefined) {
    const { planningAt } = operationOf(document)
    const found = basesWithUnits({ bases, units, planningAt }).map(({ id }) => id)
    if (found.length > 0) return found
    throw new Refusal('No base has units; say where zones begin: --bases "NAME,NAME".')
  }
  const plain = (text: string) => text.trim().toLowerCase()
  return names.split(',').map((name) => {
    const base = bases.find((row) => row.id === name.trim() || plain(row.name) === plain(name))
    if (base) return base.id
    const there = bases.map((row) => `"${row.name}"`).join(', ') || 'none'
    throw new Refusal(`There is no base "${name.trim()}"; there is ${there}.`)
  })
}

function textOf(proposal: ZoneProposal): string {
  const measure = BALANCE_MEASURES.find(({ id }) => id === proposal.measureId)!
  const rows = proposal.zones.map((zone) => [
    zone.name,
    Math.round(zone.load),
    Number.isNaN(zone.loadOverEven) ? '–' : decimal(zone.loadOverEven, 2),
    Math.round(zone.peopleCount),
    Math.round(zone.areaSquareKilometres),
    Number.isNaN(zone.meanMinutes) ? '–' : Math.round(zone.meanMinutes),
  ])
  return [
    textTable([['zone', measure.unit, 'of even', 'people', 'km²', 'minutes'], ...rows]),
    balanceSentence(proposal),
    `Balance index ${decimal(proposal.balanceIndex, 3)}, bound ${decimal(proposal.balanceBound, 3)}, mean deviation ${percent(proposal.meanDeviationShare, 1)} %, ${grouped(proposal.searchSteps)} search steps.`,
    ...leftOutSentences(proposal),
    ...proposal.notes,
  ].join('\n')
}
