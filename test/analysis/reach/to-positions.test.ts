import { expect, it } from 'vitest'
import { cellAnchors } from '#analysis/reach/cell-anchors.ts'
import { travelOf } from '#analysis/reach/reach.ts'
import { DEFAULT_VEHICLES } from '#core/defaults/vehicles.ts'
import { accessFacts, closedAt } from '../studies/access-facts.ts'
import { at } from './small-roads.ts'

const helicopter = DEFAULT_VEHICLES.find(({ mode }) => mode === 'air')!
const truck = DEFAULT_VEHICLES.find(({ id }) => id === 'truck-8t')!

it.each([
  ['by road', truck, []],
  ['round what is closed', truck, [closedAt(40)]],
  ['by air', helicopter, []],
] as const)(
  'says the same of a place as of the cell whose people are there, %s',
  (_, vehicle, restrictions) => {
    const facts = accessFacts({ restrictions, landingSites: [at(85, 0), at(50, 0)] })
    const anchors = cellAnchors(facts.ground)
    const positions = [...anchors.lonDegrees].map(
      (lon, cell) => [lon, anchors.latDegrees[cell]!] as const,
    )
    const travel = travelOf(facts, vehicle)
    const starts = [at(5, 0), at(30, 2)]
    const toCells = travel.toCells(starts)
    const toPositions = travel.toPositions(starts, positions)
    expect(toCells.some((minutes) => minutes > 30)).toBe(true)
    expect(toCells.some(Number.isNaN)).toBe(true)
    toPositions.forEach((minutes, cell) => {
      if (Number.isNaN(toCells[cell]!)) expect(minutes).toBeNaN()
      else expect(minutes).toBeCloseTo(toCells[cell]!, 4)
    })
  },
)
