// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { bearingDegrees } from '#core/geo/bearing.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { ControlMeasure } from '#core/records/control-measure.ts'
import { CONTROL_MEASURES } from '#map/layers/control-measures/index.ts'
import { measureLines } from '#map/layers/control-measures/measure-lines.ts'
import { measureNames } from '#map/layers/control-measures/measure-names.ts'
import { PICKED } from '#map/layers/layer-type.ts'
import { aControlMeasure, anOperation } from '#support/build.ts'
import { aScene } from './small-scene.ts'

const LINE = aControlMeasure()
const AXIS = aControlMeasure({ id: 'axis', name: 'Axis ELK', kind: 'axis' })
const RINGS = aControlMeasure({
  id: 'rings',
  name: 'Guns',
  kind: 'rangeRings',
  geometry: { type: 'rings', centre: [-9.3, 6.6], radiiMetres: [5000, 12_000] },
})
const OTHERS = aControlMeasure({ id: 'others', scenarioId: 'baseline' })
const SCENE = aScene({
  document: anOperation({ controlMeasures: [LINE, OTHERS, AXIS, RINGS] }),
  scenarioId: 'coa-1',
})

function namesOf(measures: readonly ControlMeasure[]) {
  return measureNames(measures).features.map(({ properties, geometry }) => [
    properties?.['name'],
    properties?.['side'],
    geometry.coordinates.map((degrees) => Number(degrees.toFixed(2))),
  ])
}

describe('names of control measures', () => {
  it('stand beyond both ends of a line, and beyond the tail of an arrow', () => {
    expect(namesOf([LINE])).toEqual([
      ['PL IRON', 'west', [-9.5, 6.6]],
      ['PL IRON', 'east', [-9.1, 6.6]],
    ])
    expect(namesOf([AXIS])).toEqual([['Axis ELK', 'west', [-9.5, 6.6]]])
    const line: LonLat[] = [
      [-9.3, 6.5],
      [-9.3, 6.5],
      [-9.3, 6.8],
    ]
    const upright = aControlMeasure({ geometry: { type: 'line', line } })
    expect(namesOf([upright]).map(([, side]) => side)).toEqual(['south', 'north'])
  })

  it('of rings stand under the centre, with each radius on its ring in the north', () => {
    expect(namesOf([RINGS]).map(([name, side]) => [name, side])).toEqual([
      ['Guns', 'south'],
      ['5.00 km', 'on'],
      ['12.0 km', 'on'],
    ])
    const [, first] = measureNames([RINGS]).features
    expect(
      bearingDegrees([-9.3, 6.6], first!.geometry.coordinates as unknown as LonLat),
    ).toBeCloseTo(0)
  })
})

describe('an arrow', () => {
  const headOf = (...line: readonly LonLat[]) =>
    measureLines({ kind: 'axis', geometry: { type: 'line', line } })[1]!
  const middleOf = ([left, , right]: readonly LonLat[]): LonLat => [
    (left![0] + right![0]) / 2,
    (left![1] + right![1]) / 2,
  ]

  it('has a head at its tip that looks the way it went', () => {
    const tip: LonLat = [-9.1, 6.6]
    const head = headOf([-9.5, 6.6], [-9.3, 6.6], tip)
    expect(head[1]).toEqual(tip)
    expect(bearingDegrees(middleOf(head), tip)).toBeCloseTo(90, 0)
    expect(metresBetween(head[0]!, tip)).toBeCloseTo(metresBetween(head[2]!, tip), 3)
  })

  it('is not turned by a last short turn, and has a head where it comes round to its tail', () => {
    const turned = headOf([-9.5, 6.6], [-9.1, 6.6], [-9.1, 6.601])
    expect(bearingDegrees(middleOf(turned), [-9.1, 6.601])).toBeCloseTo(90, -1)
    const round = headOf([-9.5, 6.6], [-9.3, 6.6], [-9.3, 6.8], [-9.5, 6.6])
    expect(metresBetween(round[0]!, [-9.5, 6.6])).toBeGreaterThan(2000)
  })
})

describe('control measures on the map', () => {
  it('are those of the scenario, and are told apart by the id of their features', () => {
    const style = CONTROL_MEASURES.style?.(SCENE, 1)
    const lines = style!.sources['control-measures/lines']!.features
    const ids = new Map(lines.map(({ id, properties }) => [properties?.['measure'], id]))
    expect([...ids]).toEqual([
      ['measure-1', 0],
      ['axis', 1],
      ['rings', 2],
    ])
    for (const [measure, index] of ids) {
      const picked = {
        index: Number(index),
        deckLayerId: 'control-measures/halo',
        position: [0, 0] as const,
      }
      const facts = CONTROL_MEASURES.facts(SCENE, picked)
      expect(facts?.selection).toEqual({ type: 'row', table: 'controlMeasures', id: measure })
    }
  })

  it('can be picked by one of their lines, and are the same style while nothing changes', () => {
    const style = CONTROL_MEASURES.style?.(SCENE, 1)
    expect(style?.lines.filter(({ metadata }) => metadata === PICKED)).toHaveLength(1)
    expect(CONTROL_MEASURES.style?.({ ...SCENE }, 1)).toBe(style)
  })

  it('are found where they were selected elsewhere', () => {
    const find = (id: string) =>
      CONTROL_MEASURES.find?.(SCENE, { type: 'row', table: 'controlMeasures', id })
    expect(find('rings')).toMatchObject({ index: 2, position: [-9.3, 6.6] })
    expect(find('others')).toBeNull()
  })
})
