import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BodyPlan, bodyPlan, sizesOf } from '#briefing/slides/blocks/body-plan.ts'
import {
  fittedText,
  linesOf,
  pointRoom,
  pointsThatFit,
} from '#briefing/slides/blocks/point-lines.ts'
import { rowsThatFit, tableWidths, totalNote } from '#briefing/slides/blocks/table-fit.ts'
import { bodyRem } from '#briefing/slides/wall-frame.ts'
import type { PageBlock, PointsBlock, TableBlock } from '#core/records/page.ts'

const SMALL = { widthPixels: 1920, heightPixels: 1080, rootPixels: 32.3 }
const LARGE = { widthPixels: 3840, heightPixels: 2160, rootPixels: 93.4 }
const FRAMES = [SMALL, LARGE]

function points(count: number, shorter?: readonly string[]): PointsBlock {
  const point = { lead: 'Because', text: 'more people are reached.', status: null }
  const each = shorter ? { ...point, shorter } : point
  return { type: 'points', title: null, points: Array.from({ length: count }, () => each) }
}

function table(rowCount: number, columnCount = 2, hasTotal = false): TableBlock {
  const cell = { text: '1', status: null, isBest: false, note: null }
  const row = (id: string, isTotal = false) => ({
    ...{ id, head: id, note: null, isTotal },
    cells: Array.from({ length: columnCount }, () => cell),
  })
  return {
    type: 'table',
    title: 'By county',
    corner: 'County',
    columns: Array.from({ length: columnCount }, (_, i) => ({
      ...{ head: `Column ${i}`, coa: null, isChosen: false },
      align: 'end' as const,
    })),
    rows: [
      ...Array.from({ length: rowCount }, (_, i) => row(`row ${i}`)),
      ...(hasTotal ? [row('all', true)] : []),
    ],
    note: 'What is not in it.',
  }
}

const CHART: PageBlock = {
  type: 'chart',
  form: 'columns',
  title: 'Incidents',
  unit: 'incidents',
  categories: ['a'],
  series: [{ name: 'All', tone: 'main', values: [1] }],
  mark: null,
  note: null,
}
const NUMBERS: PageBlock = {
  type: 'numbers',
  numbers: [{ id: 'a', value: '1', unit: '', label: 'a', comparison: '', status: null }],
}

const shownTypes = ({ stack }: BodyPlan) => stack.map(({ block }) => block.type)

describe('how a page stands on the wall', () => {
  const blocks = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 20 }).map((count): PageBlock => points(count)),
      fc.integer({ min: 0, max: 60 }).map((count): PageBlock => table(count)),
      fc.constant(null).map((): PageBlock => ({ ...CHART })),
      fc.constant(NUMBERS),
      fc.constant(null).map((): PageBlock => ({ type: 'text', paragraphs: ['a', 'b'] })),
    ),
    { maxLength: 12 },
  )

  it('never is higher than the body, says what it leaves out, and keeps the order of the page', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom(...FRAMES), fc.boolean(), (each, frame, hasStaleBand) => {
        const bodyHeightRem = bodyRem(frame, { hasStaleBand })
        const plan = bodyPlan(each, { frame, bodyHeightRem })
        const sum = plan.stack.reduce((all, { heightRem }) => all + heightRem, 0)
        const others = each.filter(({ type }) => type !== 'numbers')
        const isFirstTooHigh = plan.stack.length === 1
        if (!isFirstTooHigh) {
          const line = plan.left === null ? 0 : sizesOf(frame).lineRem
          expect(sum + line).toBeLessThanOrEqual(bodyHeightRem + 1e-6)
        }
        expect(plan.left === null).toBe(plan.stack.length === others.length)
        const order = plan.stack.map(({ block }) => others.indexOf(block))
        expect(order).toEqual([...order].sort((a, b) => a - b))
        if (others.length > 0) expect(plan.stack.length).toBeGreaterThan(0)
      }),
    )
  })

  it('takes no more than twelve lines of words and rows in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 60 }), (said, rows) => {
        for (const frame of FRAMES) {
          const bodyHeightRem = bodyRem(frame, { hasStaleBand: false })
          const { stack } = bodyPlan([points(said), table(rows)], { frame, bodyHeightRem })
          const lines = stack.map(({ block, lineCount }) =>
            block.type === 'table' ? Math.min(lineCount, block.rows.length + 1) : lineCount,
          )
          expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(12)
        }
      }),
    )
  })

  it('has room for numbers, words, a chart and a table at both calibrations, or says which is missing', () => {
    const mix = [NUMBERS, points(2), CHART, table(5)]
    const at = (frame: typeof SMALL) =>
      bodyPlan(mix, { frame, bodyHeightRem: bodyRem(frame, { hasStaleBand: false }) })
    expect([shownTypes(at(SMALL)), at(SMALL).left]).toEqual([['points', 'chart', 'table'], null])
    expect(at(LARGE).numbers).toBe(NUMBERS)
    expect([shownTypes(at(LARGE)), at(LARGE).left]).toEqual([
      ['points', 'chart'],
      '1 table more not shown on the wall',
    ])
  })

  it('gives a decision four lines and its matrix the rest, as it was drawn', () => {
    const blocks = [points(4, ['less.']), { ...table(11, 3, true), title: null }]
    const rowsAt = (frame: typeof SMALL) => {
      const { stack } = bodyPlan(blocks, {
        frame,
        bodyHeightRem: bodyRem(frame, { hasStaleBand: false }),
      })
      return rowsThatFit(stack[1]!.block as TableBlock, stack[1]!.lineCount).shown.length
    }
    expect([rowsAt(SMALL), rowsAt(LARGE)]).toEqual([6, 4])
  })
})

describe('what of a block fits', () => {
  it('says the longest that a line holds, and never nothing', () => {
    const point = { lead: 'However', text: 'a; b; c.', shorter: ['a; 2 more.'], status: null }
    expect(fittedText({ ...point, shorter: ['a; b.', 'a.'] }, 6)).toBe('a; b.')
    expect([fittedText(point, 8), fittedText(point, 1)]).toEqual(['a; b; c.', 'a; 2 more.'])
    const { shorter: _, ...whole } = point
    expect(fittedText(whole, 1)).toBe('a; b; c.')
  })

  it('gives names that lead the room to stand on two lines, and words the usual', () => {
    const point = { text: 'Nobody passes.', status: null }
    const named = { ...point, lead: 'Southern forest, no movement (closed area)' }
    const said = { ...point, lead: 'What you raised' }
    const wide = pointRoom([named, said], 80)
    expect(wide.lead + wide.text).toBe(92)
    expect(2 * wide.lead).toBeGreaterThanOrEqual(named.lead.length)
    expect(pointRoom([named], 30).lead).toBeLessThanOrEqual(0.4 * 42)
    expect([named, said].map((each) => linesOf(each, wide))).toEqual([2, 1])
    const usual = pointRoom([said], 80)
    expect([
      usual.text,
      linesOf(said, usual),
      linesOf({ ...said, lead: 'Because' }, usual),
    ]).toEqual([80, 2, 1])
  })

  it('leaves a line of points to say how many there are more', () => {
    expect(pointsThatFit(points(5).points, 80, 5)).toMatchObject({ hiddenCount: 0 })
    expect(pointsThatFit(points(5).points, 80, 4)).toMatchObject({ hiddenCount: 2 })
  })

  it('keeps totals, and counts every row that it leaves out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 12 }),
        (count, hasTotal, lineCount) => {
          const fit = rowsThatFit(table(count, 2, hasTotal), lineCount)
          expect(fit.shown.length + fit.hiddenCount).toBe(count)
          expect(fit.totals).toHaveLength(hasTotal ? 1 : 0)
          if (count > 0) expect(fit.shown.length).toBeGreaterThan(0)
        },
      ),
    )
    expect(totalNote({ note: 'of 11 criteria' }, 5)).toBe('of 11 criteria, 5 not shown')
    expect(totalNote({ note: 'of 6 criteria' }, 0)).toBe('of 6 criteria')
  })

  it('has columns that can be read, or fewer of them', () => {
    for (const frame of FRAMES) {
      const sizes = sizesOf(frame)
      expect(tableWidths(table(2, 4), 40, sizes).columnCount).toBe(4)
      const { columnCount, columnRem } = tableWidths(table(2, 12), 25, sizes)
      expect(columnCount).toBeLessThan(12)
      expect(columnRem).toBeGreaterThanOrEqual(3.4)
    }
  })
})
