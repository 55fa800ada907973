import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OperationDocument, operationOf } from '#core/document.ts'
import { DATASET_KINDS } from '#core/records/dataset.ts'
import { type Freshness, freshnessOf } from '#core/time/freshness.ts'
import { epochMinutesOf, instantOf } from '#core/time/instant.ts'
import { layerAge, statesSinceAt } from '#products/ages/layer-age.ts'
import { basisOf, LAYER_BASES, type LayerBasis } from '#products/ages/layer-bases.ts'
import { aDataset, anOperation, aRestriction, PLANNING_AT } from '#support/build.ts'

const NO_ROWS = { rowCount: 0, geometry: { type: 'none' }, fields: {} } as const
const NOW = epochMinutesOf(PLANNING_AT)
const WORSE: readonly Freshness[] = ['fresh', 'ageing', 'unknown', 'stale']
const BASES: readonly LayerBasis[] = Object.values(LAYER_BASES)
const TABLES = ['projects', 'facilities', 'communities', 'areas', 'restrictions', 'units'] as const

const anAsOf = fc.option(
  fc.integer({ min: -60_000, max: 3_000 }).map((minutes) => instantOf(NOW + minutes)),
)
const anInterval = fc.option(
  fc.oneof(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.01, max: 40, noNaN: true })),
)

const aDocument: fc.Arbitrary<OperationDocument> = fc
  .record({
    datasets: fc.array(
      fc.record({ kind: fc.constantFrom(...DATASET_KINDS), asOf: anAsOf, every: anInterval }),
      { maxLength: 7 },
    ),
    sources: fc.array(
      fc.record({ tables: fc.subarray([...TABLES]), asOf: anAsOf, every: anInterval }),
      { maxLength: 4 },
    ),
    verifiedAt: anAsOf,
  })
  .map(({ datasets, sources, verifiedAt }) =>
    anOperation({
      operation: [
        {
          ...operationOf(anOperation()),
          sources: sources.map(({ tables, asOf, every }, i) => ({
            title: `Source ${i}`,
            licence: '',
            asOf,
            expectedEveryHours: every,
            tables,
          })),
        },
      ],
      restrictions: [aRestriction({ lastVerifiedAt: verifiedAt })],
      datasets: datasets.map(({ kind, asOf, every }, i) =>
        aDataset(NO_ROWS, { id: `d-${i}`, kind, title: kind, asOf, expectedEveryHours: every }),
      ),
    }),
  )

describe('the age of a layer', () => {
  it('only gets worse as time goes on', () => {
    fc.assert(
      fc.property(
        aDocument,
        fc.constantFrom(...BASES),
        fc.nat(50_000),
        fc.nat(50_000),
        (document, basis, first, more) => {
          const at = (minutes: number) =>
            layerAge(document, basis, instantOf(NOW + minutes)).freshness
          expect(WORSE.indexOf(at(first + more))).toBeGreaterThanOrEqual(WORSE.indexOf(at(first)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is that of one thing it rests on, in a sentence, and never better than the newest of any kind', () => {
    fc.assert(
      fc.property(aDocument, fc.constantFrom(...BASES), (document, basis) => {
        const { asOf, expectedEveryHours, freshness, sentence } = layerAge(
          document,
          basis,
          PLANNING_AT,
        )
        expect(freshnessOf(asOf, expectedEveryHours, PLANNING_AT)).toBe(freshness)
        expect(sentence).toMatch(/\.$/)
        for (const kind of basis.kinds) {
          const own = [...document.tables.datasets.values()].filter((each) => each.kind === kind)
          const isAllStale =
            own.length > 0 &&
            own.every(
              (each) => freshnessOf(each.asOf, each.expectedEveryHours, PLANNING_AT) === 'stale',
            )
          if (isAllStale) expect(freshness).toBe('stale')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('holds in every layer since the last change of any, so that nothing is drawn anew between', () => {
    fc.assert(
      fc.property(aDocument, fc.nat(60_000), (document, minutes) => {
        const nowAt = instantOf(NOW + minutes)
        const since = statesSinceAt(document, nowAt)
        expect(epochMinutesOf(since)).toBeLessThanOrEqual(epochMinutesOf(nowAt))
        for (const basis of BASES) {
          expect(layerAge(document, basis, since).freshness).toBe(
            layerAge(document, basis, nowAt).freshness,
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('stays one instant between two changes', () => {
    const roads = aDataset(NO_ROWS, {
      id: 'r',
      kind: 'roads',
      asOf: PLANNING_AT,
      expectedEveryHours: 12,
    })
    const document = anOperation({ datasets: [roads] })
    const since = (hours: number) => statesSinceAt(document, instantOf(NOW + 60 * hours))
    expect(since(1)).toBe(since(11))
    expect(since(13)).toBe(since(23))
    expect(since(25)).toBe(since(9000))
    expect(new Set([since(1), since(13), since(25)]).size).toBe(3)
  })

  it('of what is decided here is not unknown because a source of it has no date', () => {
    const source = { title: 'All', licence: '', asOf: null, tables: ['units'] }
    const document = anOperation({
      operation: [{ ...operationOf(anOperation()), sources: [source] }],
    })
    expect(layerAge(document, LAYER_BASES.units, PLANNING_AT)).toMatchObject({
      freshness: 'fresh',
      asOf: PLANNING_AT,
    })
  })

  it('of tables is their source’s, of what is decided here the planning time', () => {
    const document = anOperation({
      operation: [
        {
          ...operationOf(anOperation()),
          sources: [
            {
              title: 'Clinics',
              licence: '',
              asOf: '2026-11-01T12:00:00Z',
              expectedEveryHours: 240,
              tables: ['facilities'],
            },
          ],
        },
      ],
    })
    expect(layerAge(document, LAYER_BASES.facilities, PLANNING_AT)).toMatchObject({
      freshness: 'stale',
      sentence: 'Clinics: 21 d old, expected every 10 d.',
    })
    expect(layerAge(document, LAYER_BASES.projects, PLANNING_AT)).toMatchObject({
      freshness: 'unknown',
      asOf: null,
    })
    for (const basis of [LAYER_BASES.zones, LAYER_BASES.units, LAYER_BASES.moves]) {
      expect(layerAge(document, basis, PLANNING_AT)).toMatchObject({
        freshness: 'fresh',
        asOf: PLANNING_AT,
      })
    }
  })
})

it('every basis names what it rests on', () => {
  for (const [id, { kinds, tables }] of Object.entries<LayerBasis>(LAYER_BASES)) {
    expect(kinds.length + tables.length, id).toBeGreaterThan(0)
    expect(basisOf(id)).toBe((LAYER_BASES as Readonly<Record<string, LayerBasis>>)[id])
  }
  expect(basisOf('nothing')).toBeNull()
})
