// @vitest-environment happy-dom
import { screen as page } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { WithinSection } from '#panels/zones/within-section.tsx'
import { aZone } from '#support/build.ts'
import { giveSize, stand } from '../stand.tsx'

beforeAll(giveSize)

const SECTOR = aZone({ id: 'sector', name: 'Sector' })
const AOR = aZone({ id: 'aor', name: 'Bong', kind: 'aor', parentId: 'sector' })
const BOX = aZone({ id: 'box', name: 'Box', kind: 'patrolBox', parentId: 'sector' })

function rows(people: Readonly<Record<string, number>>, zones = [SECTOR, AOR, BOX]) {
  const statistics = new Map(
    Object.entries(people).map(([id, peopleCount]) => [id, { peopleCount } as ZoneStatistics]),
  )
  stand(<WithinSection zone={SECTOR} zones={zones} statistics={statistics} />)
  return document.body.textContent ?? ''
}

it('counts people once where a patrol box lies beside an AOR that covers it', () => {
  const text = rows({ sector: 100_000, aor: 60_000, box: 50_000 })
  expect(text).toMatch(/In none of them40/)
  expect(text).toMatch(/Of smaller kinds, in no sumBox50/)
  expect(page.getAllByRole('button').map((each) => each.textContent?.slice(0, 3))).toEqual([
    'Bon',
    'Box',
  ])
})

it('says that children have more people than the zone, and hides it behind no 0', () => {
  const other = { ...AOR, id: 'other', name: 'Other' }
  const text = rows({ sector: 100_000, aor: 60_000, other: 50_000 }, [SECTOR, AOR, other])
  expect(text).toMatch(/Too many: they overlap or reach out10/)
})
