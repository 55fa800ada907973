import { describe, expect, it } from 'vitest'
import { NEED_MET } from '#analysis/compare/measures/need-met.ts'
import { WORST_TENTH_MINUTES } from '#analysis/compare/measures/worst-tenth-minutes.ts'
import type { Future, StressSettings } from '#analysis/compare/stress/stress.ts'
import { USUAL_STRESS } from '#analysis/compare/stress/stress.ts'
import { groundOfOperation, pictureOf } from '#cli/pictures.ts'
import { putUnder } from '#cli/under.ts'
import type { OperationContents } from '#core/operation-file.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { repairInputOf, type StressPicture, stressInputOf } from '#state/desk/stress-inputs.ts'
import {
  aBase,
  aCriterion,
  aPosting,
  aRestriction,
  aScenario,
  aShock,
  PLANNING_AT,
} from '#support/build.ts'
import { smallTheatre } from '../state/small-theatre.ts'

const SHOCKS = [
  aShock({ id: 'wet', name: 'Wet season', season: 'wet', orderKey: 'a' }),
  aShock({ id: 'cut', name: 'Road cut', season: null, orderKey: 'b' }),
  aShock({
    id: 'lost',
    name: 'East lost',
    season: null,
    lostBaseIds: ['base-east'],
    orderKey: 'c',
  }),
]

/** The small theatre with a base in the east that one COA posts to, and three shocks. */
function theatre(): OperationContents {
  const contents = smallTheatre()
  const { tables } = contents.document
  const east = aBase({ id: 'base-east', name: 'East', position: [-8.5, 6.58] })
  const [unit] = tables.units.values()
  const { typeId } = unit!.elements[0]!
  const posting = aPosting({
    id: 'p',
    scenarioId: 'coa-1',
    typeId,
    count: 1,
    fromBaseId: unit!.baseId,
    placeId: east.id,
  })
  const cut = aRestriction({
    id: 'r-cut',
    shockId: 'cut',
    geometry: { type: 'point', position: [-9.1, 6.6], radiusMetres: 4_000 },
    effect: { type: 'closed' },
  })
  return {
    ...contents,
    document: {
      ...contents.document,
      tables: {
        ...tables,
        bases: new Map(tables.bases).set(east.id, east),
        scenarios: new Map(tables.scenarios).set(
          'coa-1',
          aScenario({ id: 'coa-1', name: 'COA 1', number: 1 }),
        ),
        postings: new Map([[posting.id, posting]]),
        shocks: new Map(SHOCKS.map((shock) => [shock.id, shock])),
        restrictions: new Map(tables.restrictions).set(cut.id, cut),
      },
    },
  }
}

async function picturesOf(contents: OperationContents): Promise<StressPicture[]> {
  const ground = await groundOfOperation(contents)
  return Promise.all(
    [...contents.document.tables.scenarios.keys()].map(async (scenarioId) => ({
      scenarioId,
      ...(await pictureOf(contents, ground, scenarioId)),
    })),
  )
}

function askedOf(
  contents: OperationContents,
  pictures: readonly StressPicture[],
  settings: Partial<StressSettings> = {},
) {
  const whole = { ...USUAL_STRESS, drawCount: 0, ...settings }
  return stressInputOf(contents, pictures, { settings: whole, incidents: null })!
}

describe('the job stress', () => {
  it('says of a course under a shock what its situation under that shock says, to the last bit', async () => {
    const contents = theatre()
    const pictures = await picturesOf(contents)
    const futureIds = SHOCKS.map(({ id }) => `shock:${id}`)
    for (const measure of [NEED_MET, WORST_TENTH_MINUTES]) {
      const measureId = measure.id as StressSettings['measureId']
      const answer = await runJobInline(
        'stress',
        askedOf(contents, pictures, { futureIds, measureId }),
      )
      expect(answer.futures).toHaveLength(4)
      for (const shock of SHOCKS) {
        const at = answer.futures.findIndex(({ id }) => id === `shock:${shock.id}`)
        const under = putUnder(contents, answer.scenarioIds, [shock.id])
        const there = await picturesOf(under)
        there.forEach((picture, course) => {
          const whole = { ...picture, careMinutes: [] }
          const { value } = measure.measure(whole, { baseline: whole, kappa: Number.NaN })
          expect(answer.values[course]![at]).toBe(value ?? Number.NaN)
        })
      }
      const isOther = answer.values.flat().some((value) => value !== answer.values[0]![0])
      expect(isOther).toBe(true)
    }
  })

  it('says without a base what the situation says once that is closed', async () => {
    const contents = theatre()
    const pictures = await picturesOf(contents)
    const [west] = contents.document.tables.units.values()
    const asked = askedOf(contents, pictures, { futureIds: [`base:${west!.baseId}`] })
    const answer = await runJobInline('stress', asked)
    const { tables } = contents.document
    const base = tables.bases.get(west!.baseId)!
    const bases = new Map(tables.bases).set(base.id, { ...base, validTo: PLANNING_AT })
    const document = { ...contents.document, tables: { ...tables, bases } }
    const closed = await picturesOf({ ...contents, document })
    closed.forEach((picture, course) => {
      const whole = { ...picture, careMinutes: [] }
      const { value } = NEED_MET.measure(whole, { baseline: whole, kappa: Number.NaN })
      expect(answer.values[course]![1]).toBe(value)
    })
    expect(answer.losses[0]![1]).toBeGreaterThan(0)
  })

  it('keeps a shock that a course takes for granted in every future, and says so', async () => {
    const contents = putUnder(theatre(), ['coa-1'], ['cut'])
    const pictures = await picturesOf(contents)
    const futureIds = ['shock:wet', 'shock:cut']
    const answer = await runJobInline('stress', askedOf(contents, pictures, { futureIds }))
    expect(answer.notes).toEqual([
      'COA 1 is under Road cut in every future: it takes it for granted.',
    ])
    const coa = answer.scenarioIds.indexOf('coa-1')
    expect(answer.values[coa]![2]).toBe(answer.values[coa]![0])
    const both = await picturesOf(putUnder(contents, ['coa-1'], ['wet']))
    const whole = { ...both[coa]!, careMinutes: [] }
    const { value } = NEED_MET.measure(whole, { baseline: whole, kappa: Number.NaN })
    expect(answer.values[coa]![1]).toBe(value)
  })

  it('goes by the criterion that the matrix goes by, whatever other row there is of the measure', async () => {
    const { document, columns } = theatre()
    const rows = [
      aCriterion({ id: 'a', measureId: 'needMet', benchmark: 0.1 }),
      aCriterion({ id: 'criterion-needMet', measureId: 'needMet', benchmark: 0.9 }),
    ]
    const criteria = new Map(rows.map((row) => [row.id, row]))
    const contents = {
      columns,
      document: { ...document, tables: { ...document.tables, criteria } },
    }
    const { criterionBenchmark } = askedOf(contents, await picturesOf(contents))
    expect(criterionBenchmark).toBe(0.9)
  })

  it('loses a place once: a shock that is nothing else stands for it', async () => {
    const contents = theatre()
    const { options } = await runJobInline('stress', askedOf(contents, await picturesOf(contents)))
    expect(options.map(({ id }) => id)).not.toContain('base:base-east')
    expect(options.map(({ id }) => id)).toContain('shock:lost')
  })
})

describe('the job repairPlan', () => {
  const request = { objectiveName: 'need-covered', seed: 7, maxMoves: 300 }
  const lost: Future = { id: 'x', name: 'East lost', detail: '', kind: 'shock', shockId: 'lost' }

  it('sends what is left where it does most, and says what that is worth', async () => {
    const contents = theatre()
    const pictures = await picturesOf(contents)
    const coa = pictures.find(({ scenarioId }) => scenarioId === 'coa-1')!
    const asked = { future: lost, measureId: 'needMet', request, mostMoves: 8 } as const
    const repaired = await runJobInline('repairPlan', repairInputOf(contents, coa, asked))
    expect(repaired.note).toBeNull()
    expect(repaired.moveCount).toBeLessThanOrEqual(8)
    expect(repaired.moves.map(({ placeId }) => placeId)).not.toContain('base-east')
    expect(repaired.under).toBeLessThan(repaired.before)
    expect(repaired.after).toBeGreaterThan(repaired.under)
  })

  it('says plainly that nothing is left to move', async () => {
    const contents = theatre()
    const pictures = await picturesOf(contents)
    const [posture] = pictures
    const baseId = [...contents.document.tables.units.values()][0]!.baseId
    const future: Future = {
      id: 'x',
      name: 'All lost',
      detail: '',
      kind: 'baseLost',
      placeId: baseId,
    }
    const asked = { future, measureId: 'needMet', request, mostMoves: 3 } as const
    const repaired = await runJobInline('repairPlan', repairInputOf(contents, posture!, asked))
    expect(repaired.moves).toEqual([])
    expect(repaired.after).toBe(repaired.under)
    expect(repaired.note).toBe('After this no unit is left that could be moved.')
  })
})
