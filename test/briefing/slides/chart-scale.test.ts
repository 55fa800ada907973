import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  domainOf,
  endText,
  hasUnknown,
  piecesOf,
  spokenChart,
} from '#briefing/slides/blocks/chart/chart-scale.ts'
import { TONE_DASHES } from '#briefing/slides/blocks/chart/tones.tsx'
import type { ChartBlock } from '#core/records/page.ts'

function chart(form: ChartBlock['form'], ...values: (number | null)[][]): ChartBlock {
  return {
    type: 'chart',
    form,
    title: 'People',
    unit: 'people',
    categories: values[0]!.map((_, i) => `week ${i}`),
    series: values.map((each, i) => ({ name: `s${i}`, tone: 'main', values: each })),
    mark: null,
    note: null,
  }
}

describe('charts on the wall', () => {
  const value = fc.option(fc.integer({ min: -500, max: 500 }))

  it('stack what is known end to end, gains and losses apart, within the domain', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1 }), (rows) => {
        const columns = [0, 1, 2].map((i) => rows.map((row) => row[i] ?? null))
        for (const form of ['stackedBars', 'columns', 'line'] as const) {
          const block = chart(form, ...columns)
          const [least, most] = domainOf(block)
          expect(least).toBeLessThanOrEqual(0)
          expect(most).toBeGreaterThanOrEqual(0)
          expect(most).toBeGreaterThan(least)
          rows.forEach((row, i) => {
            const pieces = piecesOf(block, i)
            expect(pieces.map(({ to }) => to === null)).toEqual(row.map((each) => each === null))
            const sum = pieces.reduce((all, { from, to }) => all + ((to ?? from) - from), 0)
            expect(sum).toBe(row.reduce<number>((all, each) => all + (each ?? 0), 0))
            for (const { to } of pieces) {
              expect(to ?? 0).toBeLessThanOrEqual(most)
              expect(to ?? 0).toBeGreaterThanOrEqual(least)
            }
          })
        }
      }),
    )
  })

  it('say what is not known, and never 0 for it', () => {
    const block = chart('bars', [null, 0, 8140])
    expect([0, 1, 2].map((i) => endText(block, i))).toEqual(['not known', '0', '8.1\u00a0k'])
    expect([hasUnknown(block), hasUnknown(chart('bars', [0]))]).toEqual([true, false])
    expect(endText(chart('stackedBars', [3], [null]), 0)).toBe('3 known')
    expect(spokenChart(block)).toContain('week 0: s0 not known; week 1: s0 0')
  })

  it('tell lines of different tones by their dashes', () => {
    const dashes = (['main', 'second', 'third'] as const).map((tone) => TONE_DASHES[tone])
    expect(new Set(dashes).size).toBe(3)
  })
})
