import milsymbol from 'milsymbol'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import { Unit } from '#core/records/unit.ts'
import { loadSymbolMaker } from '#map/symbols/milsymbol.ts'
import { echelonRank, neutralByDefault, sidcOfUnit } from '#map/symbols/sidc.ts'
import { symbolPainter } from '#map/symbols/symbol-painter.ts'

const { kind: Kind, echelon: Echelon } = Unit.unwrap().shape

/** What milsymbol makes of a code. */
function readBack(sidc: string) {
  const symbol = new milsymbol.Symbol({ sidc })
  return { isValid: symbol.isValid() === true, ...symbol.getMetadata() }
}

it('every kind and echelon of unit has a friendly land symbol', () => {
  for (const kind of Kind.options) {
    for (const echelon of Echelon.options) {
      const sidc = sidcOfUnit({ kind, echelon })
      expect(sidc).toMatch(/^\d{20}$/)
      const { isValid, affiliation, dimension } = readBack(sidc)
      expect([sidc, isValid, affiliation, dimension]).toEqual([sidc, true, 'Friend', 'Ground'])
    }
  }
})

it('the echelon is the unit’s, and none stands over a headquarters', () => {
  expect(readBack(sidcOfUnit({ kind: 'infantry', echelon: 'company' })).echelon).toBe(
    'Company/battery/troop',
  )
  expect(readBack(sidcOfUnit({ kind: 'engineer', echelon: 'platoon' })).echelon).toBe(
    'Platoon/detachment',
  )
  const headquarters = readBack(sidcOfUnit({ kind: 'headquarters', echelon: 'brigade' }))
  expect(headquarters.echelon ?? '').toBe('')
  expect(headquarters.headquarters).toBe(true)
  expect(sidcOfUnit({ kind: 'headquarters', echelon: 'brigade' })).toContain('0000000000')
})

it('echelons rank as armies rank them', () => {
  const ordered = ['team', 'section', 'platoon', 'company', 'battalion', 'brigade'] as const
  const ranks = ordered.map(echelonRank)
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  expect(new Set(ranks).size).toBe(ordered.length)
})

it('every type that can be posted has a symbol', () => {
  for (const { sidc } of DEFAULT_RESOURCE_TYPES)
    expect([sidc, readBack(sidc).isValid]).toEqual([sidc, true])
})

describe('parties to the conflict', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('are neutral, whatever a code says of them, and all others stay as they are', () => {
    for (const identity of ['0', '1', '2', '3', '4', '5', '6']) {
      const drawn = readBack(neutralByDefault(`100${identity}1000151211000000`))
      expect(['Hostile', 'Suspect/Joker', 'Suspect']).not.toContain(drawn.affiliation)
      if (identity !== '5' && identity !== '6') {
        expect(neutralByDefault(`100${identity}1000151211000000`)[3]).toBe(identity)
      }
    }
    expect(readBack(neutralByDefault('10061000151211000000')).affiliation).toBe('Neutral')
  })

  it.each([
    ['SHGPUCI----****', 'SNGPUCI----****'],
    ['shgpuci----****', 'SNGPUCI----****'],
    ['SSGPUCI----***', 'SNGPUCI----***'],
    ['SJGPUCI---', 'SNGPUCI---'],
    ['SKGPUCI---*****', 'SNGPUCI---*****'],
    ['SHGPUCI----*** ', 'SNGPUCI----***'],
    ['GHGPGLB----****', 'GNGPGLB----****'],
    ['SFGPUCI----****', 'SFGPUCI----****'],
    ['SNGPUCI----****', 'SNGPUCI----****'],
    ['100610001512110000000000000000', '100410001512110000000000000000'],
  ])('are neutral in codes of letters too: %s is %s', (sidc, wanted) => {
    expect(neutralByDefault(sidc)).toBe(wanted)
    expect(['Hostile', 'Suspect', 'Joker', 'Faker']).not.toContain(readBack(wanted).affiliation)
  })

  it.each([
    '',
    'hostile',
    '1006',
    '1006100015121100000',
    'SHG',
    '10061000 1512110000 0',
    'ЅНGPUCI----****',
  ])('are neutral where it is no code at all: "%s"', (sidc) => {
    const { isValid, affiliation } = readBack(neutralByDefault(sidc))
    expect([isValid, affiliation]).toEqual([true, 'Neutral'])
  })

  it('never get the frame of an enemy from the painter, nor its red', async () => {
    vi.stubGlobal('Path2D', class extends String {})
    await loadSymbolMaker()
    const look = { theme: 'light', tone: 'proposed' } as const
    const strokesOf = (sidc: string) => {
      const calls: string[] = []
      const context = new Proxy({} as CanvasRenderingContext2D, {
        get:
          (_, name) =>
          (...args: unknown[]) =>
            calls.push(`${String(name)} ${args}`),
        set: (_, name, value) => calls.push(`${String(name)} = ${value}`) > 0,
      })
      symbolPainter(sidc, look)(context)
      return calls
    }
    const hostile = strokesOf('10061000151211000000')
    expect(hostile.length).toBeGreaterThan(10)
    expect(hostile).toEqual(strokesOf('10041000151211000000'))
    expect(hostile).not.toEqual(strokesOf('10031000151211000000'))
    const inks = hostile.filter((call) => /^(fill|stroke)Style = /.test(call))
    expect(inks.join()).not.toMatch(/rgb\(255, ?128, ?128\)|#ff8080|red/)
  })
})
