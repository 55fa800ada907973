import { expect, it } from 'vitest'
import { taskOrganisation, type UnitNode } from '#core/task-organisation.ts'
import { anOperation, aUnit } from '#support/build.ts'
import { planOfText } from './plan-of-text.ts'

const HEADINGS = 'unit_id,unit_name,unit_kind,echelon,at_base'
const named = (nodes: readonly UnitNode[]): string =>
  nodes
    .map(({ unit: { name }, children }) =>
      children.length > 0 ? `${name}(${named(children)})` : name,
    )
    .join(' ')

it('units of a file come under those that it names, by id or name, there or in the file', () => {
  const document = anOperation({ units: [aUnit({ name: 'Battalion 1', echelon: 'battalion' })] })
  const { rows, issues } = planOfText(
    'units.csv',
    [
      `${HEADINGS},superior`,
      'p1,1 Platoon,infantry,platoon,base-1,a',
      'a,A Company,infantry,company,base-1,Battalion 1',
      'b,B Company,infantry,company,base-1,Battalion 9',
      'c,C Company,infantry,company,base-1,c',
      'd,D Company,infantry,company,base-1,e',
      'e,E Company,infantry,company,base-1,d',
    ].join('\n'),
    document,
  )
  const all = [...document.tables.units.values(), ...(rows.units ?? [])]
  expect(named(taskOrganisation(new Map(all.map((unit) => [unit.id, unit]))))).toBe(
    'Battalion 1(A Company(1 Platoon)) B Company C Company E Company(D Company)',
  )
  const doubts = issues
    .filter(({ code }) => code === 'superior-unknown')
    .map((each) => each.message)
  expect(doubts).toHaveLength(3)
  expect(doubts.join()).toMatch(/Battalion 9.*no unit here.*itself, or under it/s)
})

it('a file that says nothing of superiors leaves those that are there', () => {
  const document = anOperation({
    units: [aUnit({ id: 'bn', name: 'Bn' }), aUnit({ id: 'unit-a', name: 'A', parentId: 'bn' })],
  })
  const { rows } = planOfText('units.csv', `${HEADINGS}\na,A,infantry,company,base-1`, document)
  expect(rows.units?.map(({ id, parentId }) => [id, parentId])).toEqual([['unit-a', 'bn']])
})
