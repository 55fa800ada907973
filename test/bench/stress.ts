import {
  STRESS_MEASURES,
  type StressSettings,
  USUAL_STRESS,
} from '#analysis/compare/stress/stress.ts'
import { stressOf } from '#analysis/compare/stress/stress-of.ts'
import { groundOfOperation, pictureOf } from '#cli/pictures.ts'
import { openScenarios } from '#core/document.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { stressFactsOf } from '#jobs/stress.ts'
import { travel } from '#jobs/travel.ts'
import { REPAIR_SEARCH } from '#state/desk/repairing.ts'
import { repairInputOf, stressInputOf } from '#state/desk/stress-inputs.ts'
import { theSample } from '#support/sample.ts'
import { type BenchRow, median, timed } from './bench-row.ts'

const TIMES = 5
const COURSE_COUNT = 4

/** What trying four courses costs in the usual futures and 200 draws, and one repair. */
export async function stress(): Promise<BenchRow[]> {
  const contents = theSample()
  const { document } = contents
  const ground = await groundOfOperation(contents)
  const scenarios = openScenarios(document).slice(0, COURSE_COUNT)
  const pictures = await Promise.all(
    scenarios.map(async ({ id: scenarioId }) => ({
      scenarioId,
      ...(await pictureOf(contents, ground, scenarioId)),
    })),
  )
  const { incidents } = pictures[0]!
  const inputOf = (settings: Partial<StressSettings>) =>
    stressInputOf(contents, pictures, {
      incidents,
      settings: { ...USUAL_STRESS, ...settings },
    })!
  const figures: Record<string, number> = {}
  for (const measureId of STRESS_MEASURES) {
    const input = inputOf({ measureId })
    const seconds: number[] = []
    for (let i = 0; i < TIMES; i++) {
      const startedAt = performance.now()
      const answer = await runJobInline('stress', input)
      seconds.push((performance.now() - startedAt) / 1000)
      figures['futures'] = answer.futures.length
    }
    figures[`${measureId}, median s (target 10)`] = median(seconds)
  }
  const coa = pictures.at(-1)!
  const { communityClasses } = inputOf({})
  const facts = stressFactsOf(inputOf({ drawCount: 0 }))
  const travelled = timed(() => {
    const steps = stressOf(facts, (under) => travel({ ...under, communityClasses, lane: 'bench' }))
    for (;;) if (steps.next(false).done) break
  })
  const startedAt = performance.now()
  const [shock] = facts.shocks.shocks
  await runJobInline(
    'repairPlan',
    repairInputOf(contents, coa, {
      future: { id: 'shock', name: '', detail: '', kind: 'shock', shockId: shock!.id },
      measureId: 'needMet',
      request: REPAIR_SEARCH,
      mostMoves: 3,
    }),
  )
  const repairSeconds = (performance.now() - startedAt) / 1000
  return [
    {
      name: `built-in theatre, ${scenarios.length} COAs, ${USUAL_STRESS.drawCount} draws`,
      figures: {
        cells: ground.grid.cells.length,
        ...figures,
        'of which travel, s': travelled.milliseconds / 1000,
        'a repair of 3 moves, s': repairSeconds,
      },
    },
  ]
}
