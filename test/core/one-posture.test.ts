import { expect, it } from 'vitest'
import { CURRENT_POSTURE, withOnePosture } from '#core/one-posture.ts'
import { readOperationFile, writeOperationFile } from '#core/operation-file.ts'
import { aScenario, someContents } from '#support/build.ts'

const mapOf = (...rows: readonly ReturnType<typeof aScenario>[]) =>
  new Map(rows.map((row) => [row.id, row]))
const coa = aScenario({ id: 'coa-1' })

it('scenarios with one current posture stay as they are', () => {
  const scenarios = mapOf(CURRENT_POSTURE, coa)
  expect(withOnePosture(scenarios)).toEqual({ scenarios, mended: null })
})

it('a current posture is added where there is none, under an id of its own', () => {
  const taken = aScenario({ id: 'current-posture', name: 'Taken' })
  const { scenarios, mended } = withOnePosture(mapOf(taken))
  expect([...scenarios.values()].map(({ id, isBaseline }) => [id, isBaseline])).toEqual([
    ['current-posture-1', true],
    ['current-posture', false],
  ])
  expect(mended).toMatch(/empty one was added/)
})

it('of several the first stays, and the others are COAs with numbers of their own', () => {
  const second = { ...CURRENT_POSTURE, id: 'second', name: 'Second' }
  const { scenarios, mended } = withOnePosture(mapOf(CURRENT_POSTURE, coa, second))
  expect([...scenarios.values()].filter(({ isBaseline }) => isBaseline)).toEqual([CURRENT_POSTURE])
  const numbers = [...scenarios.values()].map(({ number }) => number)
  expect(new Set(numbers).size).toBe(3)
  expect(mended).toContain('Current posture stays')
})

it('a file without a current posture opens with one, and says so', () => {
  const { document, columns } = someContents()
  const scenarios = new Map(
    [...document.tables.scenarios].filter(([, { isBaseline }]) => !isBaseline),
  )
  const text = writeOperationFile({
    document: { ...document, tables: { ...document.tables, scenarios } },
    columns,
  })
  const read = readOperationFile(text, 'other.json')
  if (!read.ok) throw new Error(read.issues[0]?.message)
  expect([...read.value.document.tables.scenarios.values()].some((row) => row.isBaseline)).toBe(
    true,
  )
  expect(read.issues.map(({ message }) => message)).toEqual([
    'other.json: It had no current posture to compare with, so an empty one was added.',
  ])
})
