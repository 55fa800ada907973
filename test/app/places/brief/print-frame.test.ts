import { describe, expect, it } from 'vitest'
import { apart } from '#app/places/brief/print-frame.ts'
import { writeHtml } from '#products/html/write-html.ts'
import { briefing } from '../../../products/html/fixture.ts'

describe('apart', () => {
  it('takes every style of a written product out of its markup, for the page lets none stand there', () => {
    const text = new TextDecoder().decode(writeHtml(briefing({ title: '<style>x</style>' })).bytes)
    const { markup, styles } = apart(text)
    expect(markup).not.toMatch(/<style|\sstyle=/)
    expect(markup).toContain('&lt;style&gt;x&lt;/style&gt;')
    expect(styles.join('')).toMatch(/@page\{size:A4 landscape[\s\S]*@media print/)
    expect(markup.length + styles.join('').length + styles.length * '<style></style>'.length).toBe(
      text.length,
    )
  })
})
