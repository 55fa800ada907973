import { expect, it } from 'vitest'
import { DENSITY } from '#analysis/studies/density/index.ts'
import { metresBetween } from '#core/geo/distance.ts'
import { blockOf, EAST, sentencesOf, WEST } from './answers.ts'
import { someStudyFacts } from './study-facts.ts'

it('is the kernel of each report, halved with each half-life, over the mean of the theatre', () => {
  const facts = someStudyFacts(Array(10).fill({ at: EAST, ageDays: 60 }))
  const { grid } = facts.ground
  const { values } = DENSITY.ask(facts, { bandwidthKilometres: 12, halfLifeDays: 60 })
  const density = Array.from(grid.lonDegrees, (lon, cell) => {
    const share = (metresBetween(EAST, [lon, grid.latDegrees[cell]!]) / 12_000) ** 2
    return share < 1 ? (10 * 0.25 * 3 * (1 - share) ** 2) / (Math.PI * 144) : 0
  })
  const area = grid.areaSquareKilometres
  const mean =
    density.reduce((sum, own, cell) => sum + own * area[cell]!, 0) /
    area.reduce((sum, own) => sum + own, 0)
  const peak = density.indexOf(Math.max(...density))
  // Plane and sphere differ by less than a part in a thousand.
  expect((values![peak]! * mean) / density[peak]!).toBeCloseTo(1, 2)
  const { rows } = blockOf(DENSITY.ask(facts, { bandwidthKilometres: 12 }), 'table')
  expect(Number(rows[0]!.cells[2]) / (1000 * density[peak]!)).toBeCloseTo(1, 2)
})

it('lets recent reports count for more, and what patrols found for nothing', () => {
  const { values } = DENSITY.ask(
    someStudyFacts([
      ...Array(5).fill({ at: EAST, ageDays: 1 }),
      ...Array(5).fill({ at: WEST, ageDays: 181 }),
      { at: [-9.5, 6.9], ageDays: 1, detection: 'discovered' },
    ]),
    {},
  )
  const { ground } = someStudyFacts()
  const near = (lon: number, lat: number) =>
    values![
      [...ground.grid.lonDegrees.keys()].reduce((best, cell) =>
        metresBetween([lon, lat], [ground.grid.lonDegrees[cell]!, ground.grid.latDegrees[cell]!]) <
        metresBetween([lon, lat], [ground.grid.lonDegrees[best]!, ground.grid.latDegrees[best]!])
          ? cell
          : best,
      )
    ]!
  expect(near(...EAST)).toBeGreaterThan(4 * near(...WEST))
  expect(near(-9.5, 6.9)).toBe(0)
})

it('says what has no place or no weight', () => {
  const sentences = sentencesOf(
    DENSITY.ask(
      someStudyFacts([
        ...Array(10).fill({ at: EAST, ageDays: 1 }),
        { at: EAST, ageDays: 1, positionErrorMetres: 9000 },
        { at: EAST, ageDays: 1, confidenceShare: 0 },
      ]),
      {},
    ),
  ).join(' ')
  expect(sentences).toContain('1 of 12 reports is placed less exactly than 8 km')
  expect(sentences).toContain('1 of 11 reports weighs nothing')
})

it('draws nothing from fewer than ten reports', () => {
  const answer = DENSITY.ask(someStudyFacts(Array(9).fill({ at: EAST, ageDays: 1 })), {})
  expect(answer.values!.every(Number.isNaN)).toBe(true)
  expect(sentencesOf(answer)[0]).toContain('it takes 10')
})
