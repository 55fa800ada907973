import { expect, it } from 'vitest'
import { countiesAmong, countyOf } from '#core/county-level.ts'
import { anOperation } from '#support/build.ts'

const [county] = anOperation().tables.areas.values()
const area = (id: string, level: number, parentId: string | null = null) => ({
  ...county!,
  id,
  level,
  parentId,
})

it.each([
  [[area('land', 0), area('county', 1, 'land'), area('district', 2, 'county')], 'county'],
  [[area('region', 2), area('district', 3, 'region')], 'region'],
  [[area('county', 1), area('district', 2)], null],
])('the county of a district, case %#', (areas, id) => {
  const byId = new Map(areas.map((one) => [one.id, one]))
  expect(countyOf(byId, 'district')).toBe(id)
  expect(countyOf(byId, null)).toBeNull()
  expect(countiesAmong(areas)).toHaveLength(1)
})
