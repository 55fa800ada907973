import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { categoryColumn, numberColumn } from '#core/columns/columns.ts'
import type { Sensitivity } from '#core/place.ts'
import { EXPORT_LAYERS } from '#formats/export/layers/registry.ts'
import { exportLayers, planExport } from '#formats/export/plan-export.ts'
import { anOperation } from '#support/build.ts'
import { datasetOf, NOW } from './random-operation.ts'

const columns = {
  rowCount: 1,
  geometry: { type: 'none' as const },
  fields: {
    areaId: categoryColumn(['area-1']),
    month: numberColumn([2026 * 12 + 4]),
    incidentCount: numberColumn([7]),
  },
}
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

async function textFor(audience: Sensitivity, format: string) {
  const file = await exportLayers(source, { layers, format, audience, now: NOW })
  if (!file.ok) throw new Error(file.issues[0]?.message)
  const { bytes } = file.value
  const parts = bytes[0] === 0x50 ? Object.entries(unzipSync(bytes)) : [['', bytes] as const]
  return parts.map(([name, part]) => `${name} ${strFromU8(part)}`).join('\n')
}

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
