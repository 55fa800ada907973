import { describe, expect, it } from 'vitest'
import type { Sensitivity } from '#core/place.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import { planExport } from '#formats/export/plan-export.ts'
import { anOperation } from '#support/build.ts'
import { protectedColumns } from '#support/protected.ts'
import { exportedText } from './exported-text.ts'
import { datasetOf, NOW } from './random-operation.ts'

const columns = protectedColumns([['area-1', 2026 * 12 + 4, 7]])
/** Somebody lowered its label. */
const dataset = datasetOf('protectedIncidents', columns, 'low')
const source = {
  contents: {
    document: anOperation({ datasets: [dataset] }),
    columns: new Map([[dataset.id, columns]]),
  },
  scenarioId: null,
}
const layers = EXPORT_LAYERS.map(({ id }) => id)

const textFor = (audience: Sensitivity, format: string) =>
  exportedText(source, { layers, format, audience, now: NOW })

describe.each(['csv', 'xlsx', 'gpkg'])('%s', (format) => {
  it.each(['low', 'moderate', 'high'] as const)('for %s says nothing of them', async (audience) => {
    expect(await textFor(audience, format)).not.toMatch(/protected|2026-05/i)
  })

  it('for the named few has them by county and month', async () => {
    expect(await textFor('severe', format)).toMatch(/protected_incidents/)
  })
})

it('is labelled for the named few whatever the label of its dataset', () => {
  const wish = { layers, format: 'csv', audience: 'severe', now: NOW } as const
  const table = planExport(source, wish).tables.find(({ layer }) => layer === 'protectedIncidents')
  expect([table?.sensitivity, table?.rows.map(({ cells }) => cells)]).toEqual([
    'severe',
    [['area-1', 'Alpha County', '2026-05-01T00:00:00Z', 7]],
  ])
})
