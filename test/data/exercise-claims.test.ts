import { beforeAll, describe, expect, it } from 'vitest'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { operationOf } from '#core/document.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import { groundInputOf, situationInputOf, visitInputOf } from '#state/desk/document-inputs.ts'
import { travelFactsOf } from '#state/desk/plan-inputs.ts'
import { theSample } from '#support/sample.ts'

const facts = theSample()
const standardMinutes = operationOf(facts.document).responseStandardMinutes

let ground: Ground
let posture: Situation
let coa: Situation

beforeAll(async () => {
  ground = await runJobInline('ground', groundInputOf(facts))
  const visits = await runJobInline('visits', visitInputOf(facts, ground))
  const measured = async (scenarioId: string) => {
    const input = situationInputOf(facts, ground, scenarioId)
    const travel = await runJobInline('travel', travelFactsOf(facts, input, scenarioId))
    const incidents = await runJobInline('incidents', { ...input, grid: ground.grid })
    return runJobInline('situation', { input, travel, visits, incidents })
  }
  posture = await measured('current-posture')
  coa = await measured('coa-1')
})

const cellOf = (communityId: string) =>
  ground.communityCell[ground.communityIds.indexOf(communityId)]!

describe('what the built-in COA says, measured', () => {
  it('Lantern Bridge has some of the highest need, lies beyond the standard, and saw no patrol', () => {
    const cell = cellOf('lantern-bridge')
    expect(posture.need.rank[cell]).toBeGreaterThan(0)
    expect(posture.need.rank[cell]).toBeLessThanOrEqual(50)
    expect(posture.responseMinutes[cell]).toBeGreaterThan(standardMinutes)
    expect(posture.presence.visitCount[cell]).toBe(0)
  })

  it('Old Ferry Landing is far from any unit', () => {
    expect(posture.responseMinutes[cellOf('old-ferry-landing')]).toBeGreaterThan(
      2 * standardMinutes,
    )
  })

  it('Need is highest in the east', () => {
    const cells = [...posture.need.rank.keys()].filter(
      (cell) => posture.need.rank[cell]! > 0 && posture.need.rank[cell]! <= 100,
    )
    const east = cells.filter((cell) => ground.grid.lonDegrees[cell]! > -8.9)
    expect(east.length / cells.length).toBeGreaterThan(0.6)
  })

  it('COA 1 brings units there, and more people within the standard', () => {
    for (const id of ['lantern-bridge', 'old-ferry-landing']) {
      expect(coa.responseMinutes[cellOf(id)]).toBeLessThan(15)
    }
    const within = ({ responseMinutes }: Situation) =>
      ground.peopleCount.reduce(
        (sum, people, cell) => (responseMinutes[cell]! <= standardMinutes ? sum + people : sum),
        0,
      )
    expect(within(coa)).toBeGreaterThan(within(posture))
  })

  it('leaves some communities without enough data to rank, and says which', () => {
    expect(posture.underservedCommunities.length).toBeGreaterThan(500)
    expect(posture.unknownCommunities.length).toBeGreaterThan(10)
    expect(
      posture.underservedCommunities.length + posture.unknownCommunities.length,
    ).toBeLessThanOrEqual(ground.communityIds.length)
  })
})
