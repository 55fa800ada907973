import { describe, expect, it } from 'vitest'
import { polygonHolds } from '#core/geo/polygon.ts'
import { ZONES } from '#map/layers/zones/index.ts'
import { zoneLabels } from '#map/layers/zones/zone-labels.ts'
import { heldAmong } from '#map/view/picking.ts'
import { aBox, anOperation, aZone } from '#support/build.ts'
import { aScene } from '../a-scene.ts'
import { aType } from '../a-type.ts'

const NORTH = aZone({ id: 'north', name: 'North' })
const SOUTH = aZone({ id: 'south', name: 'South', outline: aBox([-9.5, 6.4], 0.15), tint: 3 })
const OTHERS = aZone({ id: 'others', name: 'Elsewhere', scenarioId: 'current-posture' })
const document = anOperation({ zones: [NORTH, SOUTH, OTHERS] })
const scene = aScene({ document })

describe('zones', () => {
  it('are those of the scenario, named where they have most room', () => {
    const labels = ZONES.style?.(scene, 1).sources['zones/names']
    expect(labels?.features.map(({ properties }) => properties?.['name'])).toEqual([
      'North',
      'South',
    ])
    for (const [i, { geometry }] of zoneLabels([NORTH, SOUTH]).features.entries()) {
      const [lon = 0, lat = 0] = geometry.coordinates
      expect(polygonHolds([NORTH, SOUTH][i]!.outline, lon, lat)).toBe(true)
    }
  })

  it('are found under the pointer, the later one where two overlap', () => {
    const at = (lon: number, lat: number) => {
      const picked = ZONES.at?.(scene, [lon, lat])
      return picked ? ZONES.facts(scene, picked)?.title : null
    }
    expect(at(-9.35, 6.65)).toBe('North')
    expect(at(-9.45, 6.52)).toBe('South')
    expect(at(-9, 7)).toBeNull()
  })

  it('give way to marks and places and cover surfaces', () => {
    const facts = (title: string) => () => ({
      title,
      about: '',
      rows: [],
      warning: null,
      selection: null,
    })
    const types = [
      ZONES,
      aType('towns', { group: 'Base', facts: facts('town') }),
      aType('need', { group: 'Need and coverage', facts: facts('cell') }),
    ]
    const area = ZONES.at?.(scene, [-9.35, 6.65])
    if (!area) throw new Error('no zone there')
    const hit = (deckLayerId: string) => ({ ...area, index: 0, deckLayerId })
    expect(heldAmong(scene, [hit('need'), area], types)?.facts.title).toBe('North')
    expect(heldAmong(scene, [hit('towns'), area], types)?.facts.title).toBe('town')
  })

  it('say how large they are and whether their border can be moved', () => {
    const facts = ZONES.facts(scene, { index: 0, deckLayerId: 'zones/area', position: [0, 0] })
    expect(facts?.selection).toEqual({ type: 'row', table: 'zones', id: 'north' })
    expect(facts?.rows).toContainEqual({ label: 'Border', value: 'can be moved' })
    expect(facts?.rows).toContainEqual({ label: 'Corners', value: '4' })
  })

  it('count those in view', () => {
    expect(ZONES.legend(scene, [-9.36, 6.6, -9, 7])?.counts).toEqual({ inView: 1, all: 2 })
    expect(ZONES.legend(aScene({ scenarioId: 'coa-9' }), null)).toBeNull()
  })
})

describe('the border in hand', () => {
  const outline = aBox([-9.5, 6.5], 0.3)

  it('is drawn beside the saved one, which is dashed then and has lost its tint', () => {
    const inHand = aScene({ document, zonePreview: { zoneId: 'north', outline } })
    expect(ZONES.draw(inHand, 1).map(({ id }) => id)).toEqual([
      'zones/hand-tint',
      'zones/hand-edge',
      'zones/hand',
    ])
    const { lines } = ZONES.style?.(inHand, 1) ?? { lines: [] }
    const filterOf = (id: string) => {
      const layer = lines.find((each) => each.id === id)
      return JSON.stringify(layer && 'filter' in layer ? layer.filter : null)
    }
    expect(filterOf('zones/borders-saved')).toContain('north')
    expect(filterOf('zones/tints')).toContain('north')
    expect(filterOf('zones/tints')).toContain('!')
  })

  it('is drawn for a zone that does not exist yet, and not where there is none', () => {
    expect(ZONES.draw(aScene({ zonePreview: { zoneId: null, outline } }), 1)).toHaveLength(3)
    expect(ZONES.draw(scene, 1)).toEqual([])
  })

  it('keeps its sources while only the selection changes', () => {
    const before = ZONES.style?.(scene, 1).sources
    const selection = { type: 'row', table: 'zones', id: 'north' } as const
    const after = ZONES.style?.({ ...scene, selection }, 1).sources
    expect(after?.['zones/areas']).toBe(before?.['zones/areas'])
    expect(after?.['zones/names']).toBe(before?.['zones/names'])
  })
})
