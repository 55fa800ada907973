import { expect, it } from 'vitest'
import { fieldWords } from '#core/commands/field-words.ts'
import { TABLES } from '#core/document.ts'

it('names every field of every row in words, without units and ids', () => {
  for (const [table, record] of Object.entries(TABLES)) {
    for (const field of Object.keys(record.unwrap().shape)) {
      const words = fieldWords(field)
      expect(words, `${table}.${field}`).toMatch(/^[a-z][a-z0-9 ]*$/)
      if (field !== 'id') expect(words, `${table}.${field}`).not.toMatch(/\b(id|ids|usd|metres)$/)
    }
  }
})

it('says a few as people do', () => {
  expect(fieldWords('strengthCount')).toBe('strength')
  expect(fieldWords('isLocked')).toBe('locked')
  expect(fieldWords('baseId')).toBe('base')
  expect(fieldWords('unitIds')).toBe('units')
  expect(fieldWords('responseStandardMinutes')).toBe('response standard')
})
