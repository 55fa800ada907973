import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Ground } from '#analysis/ground.ts'
import { groundOfOperation, pictureOf } from '#cli/pictures.ts'
import { applyChange } from '#core/change.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { addShock } from '#core/commands/shocks/add-shock.ts'
import { documentOf, type RowOf, type TableName } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { LonLat } from '#core/place.ts'
import {
  baseLostShock,
  bridgeOutShock,
  type ShockContents,
  shockRows,
} from '#core/shock-presets.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { candidateFactsOf, planFactsOf } from '#state/desk/plan-inputs.ts'
import { aBase, aUnit } from '#support/build.ts'
import { smallTheatre } from '../state/small-theatre.ts'

/** On the road, between the second base and the town in the east. */
const CROSSING: LonLat = [-8.62, 6.5757]
const EAST_BASE = aBase({ id: 'base-2', name: 'Camp Bravo', position: [-8.8, 6.55] })

/** The small theatre with a second base and company halfway along its road. */
function theatre(): OperationContents {
  const { document, columns } = smallTheatre()
  const rows = Object.fromEntries(
    Object.entries(document.tables).map(([name, table]) => [name, [...table.values()]]),
  ) as { [T in TableName]: RowOf<T>[] }
  const bases = [...rows.bases, EAST_BASE]
  const units = [...rows.units, aUnit({ id: 'unit-2', name: 'B Company', baseId: 'base-2' })]
  return { document: documentOf(document.id, { ...rows, bases, units }), columns }
}

const contents = theatre()
let ground: Ground
beforeAll(async () => {
  ground = await groundOfOperation(contents)
})

/** COA 1 under a shock. */
function under(parts: ShockContents): OperationContents {
  let count = 0
  const newId = () => `r-${++count}`
  const rows = shockRows(parts, { id: 'shock', orderKey: 'a', newId })
  const shocked = applyChange(contents.document, addShock.change(contents.document, rows))
  const edit = { id: 'coa-1', fields: { shockIds: ['shock'] } }
  return { ...contents, document: applyChange(shocked, editScenario.change(shocked, edit)) }
}

async function planOf(of: OperationContents) {
  const picture = await pictureOf(of, ground, 'coa-1')
  const candidates = await runJobInline('candidates', candidateFactsOf(of, 'coa-1', picture))
  const request = { objectiveName: 'need-covered', seed: 7, maxMoves: 4_000 }
  const asked = { scenarioId: 'coa-1', request, picture, candidates }
  const found = await runJobInline('plan', planFactsOf(of, asked))
  if (!found.ok) throw new Error(found.issues[0]?.message)
  return found.value.plan
}

const cut = bridgeOutShock({ name: 'Eastern crossing', line: [CROSSING, CROSSING] })

describe('a plan under a shock', () => {
  it('posts nobody from a lost base, to it, or at it', async () => {
    const free = await planOf(contents)
    expect(free.laydown.some(({ placeId }) => placeId === 'base-2')).toBe(true)
    const plan = await planOf(under(baseLostShock(EAST_BASE)))
    const places = [
      ...plan.laydown.map(({ placeId }) => placeId),
      ...plan.postings.flatMap(({ placeId, fromPlaceId }) => [placeId, fromPlaceId]),
    ]
    expect(places).not.toContain('base-2')
    const platoons = (of: typeof plan) =>
      of.laydown.reduce((sum, row) => sum + (row.typeId === 'platoon' ? row.count : 0), 0)
    expect([platoons(free), platoons(plan)]).toEqual([6, 3])
  })

  it('differs with a bridge out, and covers no more than without', async () => {
    const free = await planOf(contents)
    const plan = await planOf(under(cut))
    expect(plan.inputHash).not.toBe(free.inputHash)
    expect(plan.planHash).not.toBe(free.planHash)
    // Demand follows need, which is measured under the shock too; points are rounded to 1e-8.
    expect(plan.currentObjective).toBeLessThanOrEqual(free.currentObjective + 1e-6)
    expect(plan.currentCoveredPoints).toBeLessThan(free.currentCoveredPoints)
    expect(plan.objective).toBeLessThanOrEqual(free.bound ?? Number.POSITIVE_INFINITY)
  })

  it('leaves the current posture what it is', async () => {
    const [before, after] = await Promise.all(
      [contents, under(cut)].map((of) => pictureOf(of, ground, 'current-posture')),
    )
    expect(after!.situation.responseMinutes).toEqual(before!.situation.responseMinutes)
  })
})

describe('closing', () => {
  it('never brings anybody nearer, wherever the crossing lies and whichever base is lost', async () => {
    const free = (await pictureOf(contents, ground, 'coa-1')).situation.responseMinutes
    const place = fc.tuple(
      fc.double({ min: -9.55, max: -8.45, noNaN: true }),
      fc.double({ min: 6.45, max: 6.65, noNaN: true }),
    )
    const shock = fc.oneof(
      place.map((at) => bridgeOutShock({ name: 'Crossing', line: [at, at] })),
      fc.constantFrom(...contents.document.tables.bases.values()).map(baseLostShock),
    )
    await fc.assert(
      fc.asyncProperty(shock, async (parts) => {
        const { situation } = await pictureOf(under(parts), ground, 'coa-1')
        situation.responseMinutes.forEach((minutes, cell) => {
          const before = free[cell]!
          if (Number.isNaN(before)) expect(minutes).toBeNaN()
          else if (!Number.isNaN(minutes)) expect(minutes).toBeGreaterThanOrEqual(before)
        })
      }),
      { numRuns: 12 },
    )
  })
})
