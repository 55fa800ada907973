import { expect, it } from 'vitest'
import { allNodes } from '#core/trees.ts'
import { commandRows, matchingRows, openAtFirst } from '#panels/forces/force-rows.ts'
import { aBase, aUnit } from '#support/build.ts'

const COUNT = 5000

it('shows and finds a chain of 5,000 units', () => {
  const units = new Map(
    Array.from({ length: COUNT }, (_, i) => {
      const parentId = i === 0 ? null : `u${i - 1}`
      return [`u${i}`, aUnit({ id: `u${i}`, name: `Unit ${i}.`, parentId })] as const
    }),
  )
  const rows = commandRows({ units, bases: new Map() })
  expect(allNodes(rows).length).toBe(COUNT + 1)
  expect(openAtFirst(rows).size).toBe(2)
  expect(allNodes(matchingRows(rows, 'unit 1000')).at(-1)?.name).toBe('Unit 1000.')
  expect(matchingRows(rows, 'nowhere')).toEqual([])
})

it('finds units and bases however their names are spelt', () => {
  const base = aBase({ id: 'b', name: 'Al-Ḥasakah' })
  const unit = aUnit({ id: 'u', name: 'Compagnie N’Djaména', baseId: 'b' })
  const rows = commandRows({ units: new Map([['u', unit]]), bases: new Map([['b', base]]) })
  for (const text of ["n'djamena", 'NDJAMENA', 'hasakah', 'el-Hasakah compagnie']) {
    expect(
      matchingRows(rows, text).map(({ name }) => name),
      text,
    ).toEqual([unit.name])
  }
})
