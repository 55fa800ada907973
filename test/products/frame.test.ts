import { describe, expect, it } from 'vitest'
import { FIRST_DECK } from '#core/decks-of.ts'
import { productFrame } from '#products/frame.ts'
import { aDataset, type anOperation, someContents, someIncidents } from '#support/build.ts'

const NOW = '2026-11-22T13:05:00Z'

function frameOf(operation: Parameters<typeof anOperation>[0] = {}, rows = {}) {
  const { document } = someContents(operation)
  const tables = { ...document.tables, ...rows }
  return productFrame({ ...document, tables }, FIRST_DECK, NOW)
}

describe('product frame', () => {
  it('says what nobody filled in, and never leaves a page unmarked', () => {
    const frame = frameOf()
    expect(frame.author).toBe('not said')
    expect(frame.distribution).toBe('not said')
    expect(frame.marking).not.toBe('')
    expect(frame.dataAsOf).toBe('Data as of: no dated data')
    expect(frame.release).toBe('Internal: not for release')
  })

  it('names each source once, with licence and age', () => {
    const columns = someIncidents([[0, 0]])
    const asOf = '2020-01-01T00:00:00Z'
    const made = (id: string) =>
      aDataset(columns, { id, source: 'Reports', licence: 'CC BY', asOf })
    const datasets = new Map([
      ['a', made('a')],
      ['b', made('b')],
      ['c', { ...made('c'), source: '', title: 'Found', licence: '', asOf: null }],
    ])
    const { sources, dataAsOf } = frameOf({}, { datasets })
    expect(sources.filter((line) => line.startsWith('Reports'))).toHaveLength(1)
    expect(sources.join('\n')).toContain('Reports · CC BY · 010000Z JAN 20')
    expect(sources.join('\n')).toContain('Found · licence not said · date not said')
    expect(dataAsOf).toMatch(/^Data as of 010000Z JAN 20 \(.* (?:old|planning time)\)$/)
  })
})
