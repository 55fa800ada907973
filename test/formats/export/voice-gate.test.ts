import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Sensitivity } from '#core/place.ts'
import { exportLayers } from '#formats/export/plan-export.ts'
import { aGrievance, anEngagement, someContents } from '#support/build.ts'
import { NOW } from './random-operation.ts'

const contents = someContents({
  engagements: [anEngagement({ summary: 'engagementWords' })],
  grievances: [
    aGrievance({ id: 'plain-case', summary: 'plainWords' }),
    aGrievance({ id: 'hidden-case', summary: 'protectedWords', isProtectedCase: true }),
  ],
})

async function textFor(audience: Sensitivity, format: string) {
  const wish = {
    layers: ['communities', 'engagements', 'grievances'],
    format,
    audience,
    now: NOW,
  }
  const file = await exportLayers({ contents, scenarioId: null }, wish)
  if (!file.ok) throw new Error(file.issues[0]?.message)
  const { bytes } = file.value
  const parts = bytes[0] === 0x50 ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map((part) => strFromU8(part)).join('\n')
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
    expect(text).not.toMatch(/protectedWords|hidden-case/)
  })

  it('for the named few holds all', async () => {
    expect(await textFor('severe', format)).toMatch(/protectedWords/)
  })
})
