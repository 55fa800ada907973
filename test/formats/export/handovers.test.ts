import { expect, it } from 'vitest'
import { Sensitivity } from '#core/place.ts'
import { handoverLine, writeHandovers } from '#formats/export/handovers.ts'
import { exportLayers } from '#formats/export/plan-export.ts'
import { aGrievance, aHandover, anOperation, someContents } from '#support/build.ts'

const NOW = '2026-11-22T12:00:00Z'

it('leaves as CSV for planners, a line a file, with marking and label', async () => {
  const whole = aHandover({
    id: 'b',
    what: 'operation',
    layers: [],
    rowCount: null,
    clearedFor: null,
    label: 'severe',
  })
  const bytes = await writeHandovers([aHandover(), whole], anOperation(), NOW)
  const texts = await textsIn(bytes)
  const lines = texts.get('what-left.csv')!.trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('left_at,by,what,format,rows,left_for,label,file_name,sha256')
  expect(lines[1]).toContain(
    '"2026-11-22T12:00:00Z","G5","incidents, projects","gpkg",12,"Partners","high"',
  )
  expect(lines[2]).toContain('"Whole operation","gpkg",,"Planners, whole","severe"')
  for (const line of lines.slice(1)) expect(line).toMatch(/ · high"$/)
  expect(texts.get('README.txt')).toContain('Planners')
})

it('says in one line what the command line handed out', () => {
  expect(handoverLine(aHandover())).toBe(
    `Left: 221200Z NOV 26 · G5 · incidents, projects · gpkg · 12 rows · for Partners · label high · Op A.gpkg · SHA-256 ${'0'.repeat(64)}`,
  )
})

it.each(Sensitivity.options)(
  'bears for %s a label that does not tell whether there is anything for the named few',
  async (audience) => {
    const protectedCase = aGrievance({ id: 'p', isProtectedCase: true, communityId: null })
    const labels = await Promise.all(
      [[aGrievance()], [aGrievance(), protectedCase]].map(async (grievances) => {
        const wish = {
          layers: ['grievances', 'projects', 'communities'],
          format: 'csv',
          audience,
          now: NOW,
        }
        const source = { contents: someContents({ grievances }), scenarioId: null }
        const written = await exportLayers(source, wish)
        return written.ok ? written.value.label : written.issues.at(-1)!.code
      }),
    )
    expect(labels[0]).toBe(labels[1])
    const expected = { low: 'low', moderate: 'low', high: 'high', severe: 'severe' }
    expect(labels[0]).toBe(expected[audience])
  },
)

async function textsIn(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { unzipSync } = await import('fflate')
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]),
  )
}
