import { expect, it } from 'vitest'
import { contactIn } from '#core/contact-text.ts'

it.each([
  ['Call the chief at +231 77 123 4567', 'a telephone number'],
  ['tel. 0886-123-456', 'a telephone number'],
  ['(0231) 886.123.456', 'a telephone number'],
  ['هاتف ٠٧٧١٢٣٤٥٦٧', 'a telephone number'],
  ['write to a.person@example.org', 'an e-mail address'],
  ['40 women met on 2026-11-22 at 14:30', null],
  ['raised on 13/10/2026 and 14.10.2026, see 221200Z NOV 26', null],
  ['USD 1,250,000 for 12 000 people', null],
  ['', null],
])('%j holds %s', (text, found) => {
  expect(contactIn(text)).toBe(found)
})
