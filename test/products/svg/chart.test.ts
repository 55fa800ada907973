import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { ChartBlock } from '#core/records/page.ts'
import { chartKeySvgs, chartSvgs } from '#products/svg/chart/chart-svg.ts'
import { scaleOf, stackAt } from '#products/svg/chart/scale.ts'
import { linesOf } from '#products/svg/chart/texts.ts'
import { chartWords, unknownWords } from '#products/svg/chart/words.ts'
import { hatchPath } from '#products/svg/hatch.ts'
import { CHARTS } from '../html/fixture.ts'
import { HOSTILE } from '../html/hostile.ts'

const FORMS = ['bars', 'stackedBars', 'columns', 'stackedColumns', 'line'] as const
const TONES = ['main', 'second', 'third', 'good', 'watch', 'bad', 'unknown'] as const
const anyValue = fc.option(
  fc.oneof(fc.integer({ min: -500, max: 5000 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })),
)
const anyLabel = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...HOSTILE))

const anyChart: fc.Arbitrary<ChartBlock> = fc
  .record({
    categoryCount: fc.integer({ min: 0, max: 40 }),
    seriesCount: fc.integer({ min: 1, max: 6 }),
  })
  .chain(({ categoryCount, seriesCount }) =>
    fc.record({
      type: fc.constant('chart' as const),
      form: fc.constantFrom(...FORMS),
      title: anyLabel,
      unit: anyLabel,
      categories: fc.array(anyLabel, { minLength: categoryCount, maxLength: categoryCount }),
      series: fc.array(
        fc.record({
          name: anyLabel,
          tone: fc.constantFrom(...TONES),
          values: fc.array(anyValue, { minLength: categoryCount, maxLength: categoryCount }),
        }),
        { minLength: seriesCount, maxLength: seriesCount },
      ),
      mark: fc.option(fc.record({ value: fc.integer({ min: -50, max: 5000 }), label: anyLabel })),
      note: fc.constant(null),
    }),
  )

/** @throws where it is no XML. */
function readSvg(text: string) {
  const tags: { name: string; attributes: Record<string, string> }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) =>
    tags.push({ name, attributes: { ...attributes } as Record<string, string> }),
  )
  parser.write(text).close()
  return tags
}

const svgOf = (block: ChartBlock, widthPx = 640) =>
  chartSvgs(block, { widthPx, id: 'c' }).map(String)

describe('chartSvgs', () => {
  it('is well-formed, finite and no higher than a sheet holds, whatever a file says', () => {
    fc.assert(
      fc.property(anyChart, fc.constantFrom(330, 640), (block, widthPx) => {
        for (const text of svgOf(block, widthPx)) {
          const [svg] = readSvg(text)
          expect(text).not.toMatch(/NaN|Infinity|undefined/)
          expect(Number(svg?.attributes['viewBox']?.split(' ')[3])).toBeLessThanOrEqual(620)
        }
        for (const key of chartKeySvgs(block)) readSvg(String(key))
      }),
      { numRuns: 60 },
    )
  })

  it('draws bars as long as their values, from zero', () => {
    const [text = ''] = svgOf(CHARTS['bars']!)
    const lengths = readSvg(text)
      .filter(({ name }) => name === 'rect')
      .map(({ attributes }) => Number(attributes['width']))
    const values = [42, 37, 21, 19, 14, 12, 9, 8, 6, 5, 3, 2, 1, 0]
    const perUnit = (lengths[0] ?? 0) / 42
    expect(lengths).toHaveLength(values.length)
    values.forEach((value, i) => {
      expect(Math.abs((lengths[i] ?? 0) - value * perUnit)).toBeLessThan(0.2)
    })
  })

  it('draws what is not known as hatch and says so, and lets a line have a gap', () => {
    const [bars = ''] = svgOf(CHARTS['bars']!)
    expect(bars.match(/>not known</g)).toHaveLength(1)
    const [line = ''] = svgOf(CHARTS['line']!)
    const paths = [...line.matchAll(/<path class="line-(?:main|second)" d="([^"]*)"/g)].map(
      ([, d = '']) => d,
    )
    expect(paths.map((path) => path.match(/M/g)?.length)).toEqual([2, 1])
    expect(unknownWords(CHARTS['line']!)).toBe('Not known, drawn hatched: 6 of 120 values.')
    expect(unknownWords(CHARTS['difference']!)).toBeNull()
    expect(chartWords(CHARTS['bars']!)).toContain('from 0 (River Gee) to 42 (Montserrado)')
  })

  it('tells the sum of a stack only where all of it is known', () => {
    const [stack = ''] = svgOf(CHARTS['stackedBars']!)
    expect(stack.match(/>3\u202f55[57]</g)).toHaveLength(3)
    expect(stack.match(/>not known</g)).toHaveLength(1)
  })

  it('has six looks of series that differ without colour', () => {
    const six = {
      ...CHARTS['line']!,
      series: Array.from({ length: 6 }, () => CHARTS['line']!.series[1]!),
    }
    for (const form of FORMS) {
      const keys = chartKeySvgs({ ...six, form }).map(String)
      expect(new Set(keys).size).toBe(6)
    }
  })

  it('puts a long list into pieces that together have every category once', () => {
    const pieces = svgOf(CHARTS['longBars']!)
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.join('').match(/<rect /g)).toHaveLength(80)
  })
})

describe('scaleOf', () => {
  it('holds every value and every stack, with steps that rise', () => {
    fc.assert(
      fc.property(anyChart, (block) => {
        const { low, high, ticks } = scaleOf(block, 4)
        expect(ticks.every((tick, i) => i === 0 || tick > (ticks[i - 1] ?? 0))).toBe(true)
        const slack = 1e-6 * Math.max(1, Math.abs(low), Math.abs(high))
        block.categories.forEach((_, i) => {
          const { up, down } = stackAt(block, i)
          const ends = block.form.startsWith('stacked')
            ? [up, down]
            : block.series.map(({ values }) => values[i] ?? null)
          for (const end of ends) {
            if (end === null) continue
            expect(end).toBeGreaterThanOrEqual(low - slack)
            expect(end).toBeLessThanOrEqual(high + slack)
          }
        })
      }),
    )
  })
})

describe('linesOf', () => {
  it('has no more lines and letters than it has room for, and says where it left some out', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), fc.integer({ min: 40, max: 300 }), (text, room) => {
        const lines = linesOf(text, room, 2)
        expect(lines.length).toBeLessThanOrEqual(2)
        for (const line of lines)
          expect([...line].length).toBeLessThanOrEqual(Math.floor(room / 6.72))
        const letters = (all: string) => all.replace(/\s/g, '')
        const isCut = lines.at(-1)?.endsWith('…') === true
        if (!isCut) expect(letters(lines.join(''))).toBe(letters(text))
      }),
    )
  })
})

describe('hatchPath', () => {
  it('stays within its box and covers it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('rising', 'falling', 'across', 'crossed', 'dots'),
        fc.tuple(
          fc.integer({ min: -50, max: 400 }),
          fc.integer({ min: -50, max: 400 }),
          fc.integer({ min: 12, max: 90 }),
          fc.integer({ min: 12, max: 90 }),
        ),
        (hatch, [x, y, width, height]) => {
          const path = hatchPath(hatch as 'rising', [x, y, width, height])
          const points = [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)]
          expect(points.length).toBeGreaterThan(0)
          for (const [, px, py] of points) {
            expect(Number(px)).toBeGreaterThanOrEqual(x - 0.1)
            expect(Number(px)).toBeLessThanOrEqual(x + width + 0.1)
            expect(Number(py)).toBeGreaterThanOrEqual(y - 0.1)
            expect(Number(py)).toBeLessThanOrEqual(y + height + 0.1)
          }
        },
      ),
    )
  })
})
