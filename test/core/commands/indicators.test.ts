import { expect, it } from 'vitest'
import { applyChange } from '#core/change.ts'
import type { Command } from '#core/commands/command.ts'
import { addIndicator } from '#core/commands/indicators/add-indicator.ts'
import { editIndicator } from '#core/commands/indicators/edit-indicator.ts'
import { removeIndicator } from '#core/commands/indicators/remove-indicator.ts'
import { DEFAULT_INDICATORS, OFFERED_INDICATORS } from '#core/defaults/indicators.ts'
import { anOperation } from '#support/build.ts'

const [first, second] = DEFAULT_INDICATORS
const health = OFFERED_INDICATORS[0]!
const document = anOperation({ indicators: [first!, { ...second!, weight: 0 }] })

function after<A>(command: Command<A>, args: A) {
  expect(command.blocked(document, args)).toBeNull()
  return applyChange(document, command.change(document, args)).tables.indicators
}

it('adds an indicator once for each measure', () => {
  expect(after(addIndicator, { row: health }).get(health.id)).toEqual(health)
  const twice = { ...first!, id: 'again' }
  expect(addIndicator.blocked(document, { row: twice })).toContain('it would count twice')
})

it('moves goalposts, and keeps the higher one above the lower', () => {
  const fields = { lo: 1, hi: 9, isHighGood: true }
  expect(after(editIndicator, { id: first!.id, fields }).get(first!.id)).toMatchObject(fields)
  expect(editIndicator.blocked(document, { id: first!.id, fields: { lo: 5, hi: 5 } })).toContain(
    'at a higher value',
  )
})

it('takes one out, but not the last that weighs something', () => {
  expect([...after(removeIndicator, { id: second!.id }).keys()]).toEqual([first!.id])
  expect(removeIndicator.blocked(document, { id: first!.id })).toContain('weigh something')
})
