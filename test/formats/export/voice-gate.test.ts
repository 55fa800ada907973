import { describe, expect, it } from 'vitest'
import {
  type Columns,
  categoriesOf,
  categoryColumn,
  labelAt,
  numberColumn,
} from '#core/columns/columns.ts'
import { columnsFault } from '#core/columns/kinds.ts'
import type { Sensitivity } from '#core/place.ts'
import { exportLayers, planExport } from '#formats/export/plan-export.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readFile } from '#formats/read-file.ts'
import { aGrievance, anEngagement, anOperation, someContents } from '#support/build.ts'
import { exportedText } from './exported-text.ts'
import { datasetOf, NOW } from './random-operation.ts'

const contents = someContents({
  engagements: [anEngagement({ summary: 'engagementWords' })],
  grievances: [
    aGrievance({ id: 'plain-case', summary: 'plainWords' }),
    aGrievance({ id: 'hidden-case', summary: 'protectedWords', isProtectedCase: true }),
  ],
})

function textFor(audience: Sensitivity, format: string) {
  const wish = {
    layers: ['communities', 'engagements', 'grievances'],
    format,
    audience,
    now: NOW,
  }
  return exportedText({ contents, scenarioId: null }, wish)
}

describe.each(['csv', 'xlsx', 'gpkg'])('%s', (format) => {
  it.each(['low', 'moderate'] as const)(
    'for %s holds nothing of what people told us',
    async (to) => {
      expect(await textFor(to, format)).not.toMatch(
        /engagementWords|plainWords|protectedWords|plain-case|hidden-case/,
      )
    },
  )

  it('for planners holds no protected case', async () => {
    const text = await textFor('high', format)
    expect(text).toMatch(/engagementWords/)
    expect(text).toMatch(/plainWords/)
    expect(text).not.toMatch(/protectedWords|hidden-case|restricted/)
  })

  it('for the named few holds all', async () => {
    expect(await textFor('severe', format)).toMatch(/protectedWords/)
  })
})

it.each(['low', 'moderate', 'high', 'severe'] as const)('for %s counts what it may', (audience) => {
  const only = someContents({ grievances: [aGrievance({ isProtectedCase: true })] })
  const wish = { layers: ['grievances'], format: 'csv', audience, now: NOW }
  const plan = planExport({ contents: only, scenarioId: null }, wish)
  if (audience === 'severe') {
    expect(plan.planned.map(({ title, rowCount }) => [title, rowCount])).toEqual([
      ['Grievances, restricted', 1],
    ])
    expect(JSON.stringify(plan.tables)).not.toContain('town-1')
    expect(JSON.stringify(plan.tables)).toContain('area-1')
    return
  }
  expect([plan.planned, plan.about.withheld]).toEqual([[], []])
  expect(plan.empty).toEqual(['Grievances: the operation has none.'])
})

it('surveys that tell women and men apart come back as they were', async () => {
  const columns: Columns = {
    rowCount: 3,
    geometry: { type: 'none' },
    fields: {
      areaId: categoryColumn(['area-1', 'area-1', 'area-1']),
      heldEpochMinutes: numberColumn([29_900_160, 29_900_160, 29_900_160]),
      sampleCount: numberColumn([400, 200, 200]),
      designEffect: numberColumn([1.5, 1.5, 1.5]),
      feelSafeShare: numberColumn([0.6, 0.4, 0.8]),
      trustMissionShare: numberColumn([null, null, null]),
      group: categoryColumn([null, 'women', 'men']),
    },
  }
  const document = anOperation({ datasets: [datasetOf('surveys', columns, 'high')] })
  const own = { document, columns: new Map([['surveys', columns]]) }
  const wish = { layers: ['surveys'], format: 'csv', audience: 'high', now: NOW } as const
  const file = await exportLayers({ contents: own, scenarioId: null }, wish)
  if (!file.ok) throw new Error(file.issues[0]?.message)
  const read = await readFile(`out${file.value.ending}`, file.value.bytes)
  if (!read.ok) throw new Error(read.issues[0]?.message)
  const context = { document, theatre: null, isSwapped: false, now: NOW, fileHash: null }
  const [batch] = planImport(read.value[0]!, context).batches
  const group = categoriesOf(batch!.columns, 'group')
  expect([0, 1, 2].map((row) => labelAt(group, row))).toEqual([null, 'women', 'men'])
  expect(batch!.dataset.sensitivity).toBe('high')
  expect(columnsFault('surveys', batch!.columns)).toBeNull()
})
