// @vitest-environment happy-dom
import { fireEvent, screen as page } from '@testing-library/react'
import { expect, it } from 'vitest'
import { issue } from '#core/issue.ts'
import type { ArchiveFacts } from '#formats/pmtiles/archive-facts.ts'
import { BasemapFinding, type BasemapFound } from '#panels/import/basemap-finding.tsx'
import { BasemapLost, BasemapRow } from '#panels/layers/basemap-row.tsx'
import { stand } from './stand.tsx'

const FACTS: ArchiveFacts = {
  fileName: 'west.pmtiles',
  name: 'West <b>Africa</b>',
  attribution: '© Mappers <img src=x onerror=alert(1)>',
  tileKind: 'vector',
  minZoom: 0,
  maxZoom: 14,
  boundsDegrees: [-12, 4, -7, 9],
  layerNames: ['earth', 'roads'],
  tilePixels: 512,
  byteCount: 12_340_000,
}

const FOUND: BasemapFound = {
  status: 'found',
  fileName: 'west.pmtiles',
  facts: FACTS,
  coveredShare: 1,
  issues: [],
  progressShare: 0,
}

function standFinding(found: Partial<BasemapFound>) {
  const heard: string[] = []
  const finding = <BasemapFinding found={{ ...FOUND, ...found }} onUse={() => heard.push('use')} />
  return { ...stand(finding), heard }
}

it('says what the file is, how far it reaches and what it draws, and is taken by one press', () => {
  const { container, heard } = standFinding({})
  expect(container.textContent).toContain(
    'Base map, zooms 0–14, 12.3 MB; covers all of this operation’s ground. Draws land, roads.',
  )
  fireEvent.click(page.getByRole('button', { name: 'Use as base map' }))
  expect(heard).toEqual(['use'])
})

it('says how much of the ground it covers, or which, where there is none yet', () => {
  const part = standFinding({ coveredShare: 0.4 })
  expect(part.container.textContent).toContain('covers 40 % of this operation’s ground')
  const empty = standFinding({ coveredShare: null })
  expect(empty.container.textContent).toContain('longitude −12.0 to −7.0, latitude 4.0 to 9.0')
})

it('refuses with the sentence and offers nothing', () => {
  const refused = issue('error', 'pmtiles-truncated', 'west.pmtiles is not whole.')
  standFinding({ status: 'refused', facts: null, issues: [refused] })
  expect(page.getByText('west.pmtiles is not whole.')).toBeTruthy()
  expect(page.queryByRole('button')).toBeNull()
})

it('shows that it is being kept, and cannot be taken twice', () => {
  standFinding({ status: 'keeping', progressShare: 0.5 })
  expect(page.getByRole('status').textContent).toContain('Keeping west.pmtiles on this device')
  const use = page.getByRole('button', { name: 'Use as base map' }) as HTMLButtonElement
  expect(use.disabled).toBe(true)
})

it('names itself and its makers under the layers, as text and never as markup', () => {
  const heard: string[] = []
  const { container } = stand(
    <BasemapRow
      facts={FACTS}
      isElsewhere
      damagedTileCount={3}
      onRemove={() => heard.push('remove')}
    />,
  )
  expect(container.querySelector('b, img')).toBeNull()
  expect(container.textContent).toContain('West <b>Africa</b>')
  expect(container.textContent).toContain('© Mappers <img')
  expect(container.textContent).toContain('Not drawn: it covers other ground')
  expect(container.textContent).toContain('3 tiles could not be read')
  fireEvent.click(page.getByRole('button', { name: 'Remove' }))
  expect(heard).toEqual(['remove'])
})

it('says that one was lost, and forgets it', () => {
  const heard: string[] = []
  stand(<BasemapLost fileName="west.pmtiles" onRemove={() => heard.push('forget')} />)
  fireEvent.click(page.getByRole('button', { name: 'Forget' }))
  expect(heard).toEqual(['forget'])
})
