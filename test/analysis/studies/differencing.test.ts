import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discloseParts, discloseRising } from '#analysis/disclosure.ts'
import { ENGAGEMENT } from '#analysis/studies/engagement/index.ts'
import { GRIEVANCES } from '#analysis/studies/grievances/index.ts'
import { SIGNALS } from '#analysis/studies/signals/index.ts'
import type { StudyAnswer, StudyBlock, StudyChoices } from '#analysis/studies/study.ts'
import { categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { VOICE_GROUPS, VOICE_TOPICS } from '#core/records/engagement.ts'
import { instantOf } from '#core/time/instant.ts'
import { aGrievance, anEngagement } from '#support/build.ts'
import { NOW_MINUTES } from '../small-ground.ts'
import { someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts()
const daysAgo = (days: number) => instantOf(NOW_MINUTES - days * 1440)

/** A figure as how often each count that nobody sees is in it. */
type Weights = readonly number[]
type Shown = { readonly weights: Weights; readonly value: number }

const PRIME = 32_749
const wrap = (value: number) => ((value % PRIME) + PRIME) % PRIME
function inverse(value: number): number {
  let [result, base] = [1, wrap(value)]
  for (let power = PRIME - 2; power > 0; power >>= 1) {
    if (power & 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}

/** Somebody who subtracts all shown figures from one another: tells whether a figure follows from them. */
function attacker(shown: readonly Weights[]): (target: Weights) => boolean {
  const basis: { readonly pivot: number; readonly row: number[] }[] = []
  const reduced = (weights: Weights) => {
    const row = weights.map(wrap)
    for (const { pivot, row: own } of basis) {
      const factor = row[pivot]!
      for (const [i, value] of own.entries()) row[i] = wrap(row[i]! - factor * value)
    }
    return row
  }
  for (const weights of shown) {
    const row = reduced(weights)
    const pivot = row.findIndex((value) => value !== 0)
    if (pivot < 0) continue
    const factor = inverse(row[pivot]!)
    basis.push({ pivot, row: row.map((value) => (value * factor) % PRIME) })
  }
  return (target) => reduced(target).every((value) => value === 0)
}

function tableOf(answer: StudyAnswer, title: string) {
  const found = answer.blocks.find(
    (block) => block.type === 'table' && block.title.startsWith(title),
  )
  return found as Extract<StudyBlock, { readonly type: 'table' }> | undefined
}

const said = (answer: StudyAnswer) =>
  answer.blocks.flatMap((block) => (block.type === 'sentence' ? block.text : [])).join(' ')

const isSmall = (count: number) => count > 0 && count < 5

describe('the attacker', () => {
  it('finds what differences give, and nothing else', () => {
    const follows = attacker([
      [1, 1, 1],
      [1, 1, 0],
    ])
    expect(follows([0, 0, 1])).toBe(true)
    expect(follows([1, 0, 0])).toBe(false)
  })
})

describe('rising counts', () => {
  it('differ by nothing or by enough wherever two are shown, and are shown where nothing is small', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(steps, (list) => {
        const counts = list.map((_, i) => list.slice(0, i + 1).reduce((sum, step) => sum + step, 0))
        const shown = discloseRising(counts)
        const seen = [0, ...shown.filter((count) => count !== null)]
        for (const [i, a] of seen.entries()) {
          for (const b of seen.slice(i + 1)) expect(isSmall(b - a)).toBe(false)
        }
        if (!list.some(isSmall)) expect(shown).toEqual(counts)
      }),
    )
  })

  it('and parts are hidden with their whole', () => {
    expect(discloseParts([20, 30], 50)).toEqual([20, 30])
    expect(discloseParts([20, 30], null)).toEqual([null, null])
    expect(discloseParts([3, 3], 6)).toEqual([null, null])
  })
})

describe('grievances', () => {
  const anyGrievance = fc.record({
    areaId: fc.constantFrom('a-west', 'b-east', null),
    topic: fc.constantFrom(...VOICE_TOPICS.slice(0, 3)),
    status: fc.constantFrom('open' as const, 'inProgress' as const, 'resolved' as const),
    raisedAt: fc.constantFrom(...[5, 31, 45, 61, 80, 91, 200].map(daysAgo)),
    respondedAt: fc.constantFrom(null, null, daysAgo(1)),
  })

  it('give no hidden count away, under no two choices, with all totals and bands', () => {
    fc.assert(
      fc.property(fc.array(anyGrievance, { maxLength: 110 }), (list) => {
        const grievances = list.map((parts) => aGrievance({ communityId: null, ...parts }))
        const answer = GRIEVANCES.ask({ ...facts, grievances }, {})
        const matrix = answer.blocks.find(({ type }) => type === 'matrix')
        if (matrix?.type !== 'matrix') throw new Error('no matrix')
        const [rowCount, columnCount] = [matrix.rows.length - 1, matrix.columns.length - 1]
        const atoms = rowCount * columnCount
        const weightsOf = (isIn: (atom: number) => boolean): Weights =>
          Array.from({ length: atoms + 5 }, (_, atom) => (isIn(atom) ? 1 : 0))
        const figures = matrix.cells.map(({ text }, i) => {
          const row = Math.floor(i / matrix.columns.length) - 1
          const column = (i % matrix.columns.length) - 1
          const weights = weightsOf(
            (atom) =>
              atom < atoms &&
              (row < 0 || Math.floor(atom / columnCount) === row) &&
              (column < 0 || atom % columnCount === column),
          )
          return { weights, text }
        })
        const bands = (tableOf(answer, 'Open, by days')?.rows ?? []).map(({ cells }, i) => ({
          weights: weightsOf((atom) => atom === atoms + i),
          text: cells[1]!,
        }))
        const overdue = {
          weights: weightsOf((atom) => atom >= atoms + 2),
          text: said(answer).includes('none has waited')
            ? '0'
            : (said(answer).match(/(\d+) of them have waited over/)?.[1] ?? '…'),
        }
        const all = [...figures, ...bands, ...(grievances.length > 0 ? [overdue] : [])]
        const isShown = ({ text }: { readonly text: string }) => /^\d+$/.test(text)
        const sameTotal = weightsOf(() => true).map((weight, atom) => (atom < atoms ? weight : -1))
        const follows = attacker([sameTotal, ...all.filter(isShown).map(({ weights }) => weights)])
        for (const figure of all) {
          if (isShown(figure)) expect(isSmall(Number(figure.text))).toBe(false)
          else expect(follows(figure.weights)).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('social-media signals', () => {
  const EDGES = [7, 14, 30, 60, 90, 180]
  const anyRow = fc.record({
    age: fc.constantFrom(1, 8, 20, 40, 70, 120),
    volume: fc.integer({ min: 0, max: 12 }),
    negative: fc.constantFrom(null, 0, 0.25, 0.5, 1),
  })

  it('give no small number of posts away over all windows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const signals = {
          rowCount: rows.length,
          geometry: { type: 'none' as const },
          fields: {
            areaId: categoryColumn(rows.map(() => 'a-west')),
            heldEpochMinutes: numberColumn(rows.map(({ age }) => NOW_MINUTES - age * 1440)),
            topic: categoryColumn(rows.map(() => 'security')),
            volumeCount: numberColumn(rows.map(({ volume }) => volume)),
            negativeShare: numberColumn(rows.map(({ negative }) => negative)),
            coverage: categoryColumn(rows.map(() => 'good')),
          },
        }
        const shown: Shown[] = []
        for (const days of [7, 30, 90]) {
          const choices: StudyChoices = { windowDays: String(days) }
          const answer = SIGNALS.ask({ ...facts, signals: [signals] }, choices)
          const [, , recent, before] = tableOf(answer, 'Posts')!.rows[0]!.cells
          const between = (from: number, to: number): Weights =>
            EDGES.map((edge) => (edge > from && edge <= to ? 1 : 0))
          const figures = [
            [between(0, days), recent],
            [between(days, 2 * days), before],
          ] as const
          for (const [weights, text] of figures) {
            if (text !== '…') shown.push({ weights, value: text === '–' ? 0 : Number(text) })
          }
        }
        const posts = EDGES.map((edge, i) =>
          rows
            .filter(({ age }) => age < edge && age >= (EDGES[i - 1] ?? 0))
            .reduce((sum, { volume }) => sum + volume, 0),
        )
        for (const { weights, value } of shown) {
          expect(value).toBe(weights.reduce((sum, weight, i) => sum + weight * posts[i]!, 0))
        }
        const follows = attacker(shown.map(({ weights }) => weights))
        for (let from = 0; from < EDGES.length; from++) {
          for (let to = from + 1; to <= EDGES.length; to++) {
            const stretch = EDGES.map((_, i) => (i >= from && i < to ? 1 : 0))
            const count = posts.slice(from, to).reduce((sum, own) => sum + own, 0)
            if (isSmall(count)) expect(follows(stretch)).toBe(false)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('engagements', () => {
  const anyMeeting = fc.record({
    age: fc.integer({ min: 0, max: 400 }),
    withWhom: fc.constantFrom(...VOICE_GROUPS.slice(0, 3)),
    women: fc.option(fc.integer({ min: 0, max: 9 })),
    others: fc.integer({ min: 0, max: 9 }),
  })
  const WINDOWS = [30, 35, 90, 365]

  it('give no small number of women, men or people away, whatever window is chosen', () => {
    fc.assert(
      fc.property(fc.array(anyMeeting, { maxLength: 14 }), (list) => {
        const engagements = list.map(({ age, withWhom, women, others }) =>
          anEngagement({
            heldAt: daysAgo(age),
            withWhom,
            womenCount: women,
            participantCount: others + (women ?? 0),
          }),
        )
        const answers = WINDOWS.map((windowDays) =>
          ENGAGEMENT.ask({ ...facts, engagements }, { windowDays }),
        )
        const shares = answers.map(
          (answer) => said(answer).match(/(\d+) % of the participants/)?.[1],
        )
        expect(new Set(shares).size).toBe(1)
        const tables = answers.map((answer) => tableOf(answer, 'Who came'))
        for (const table of tables) expect(table).toEqual(tables[0])
        const rows = tables[0]?.rows ?? []
        const weightsOf = (isIn: (row: number, part: number) => boolean): Weights =>
          rows.flatMap((_, row) => [0, 1, 2].map((part) => (isIn(row, part) ? 1 : 0)))
        const shown: Weights[] = []
        rows.forEach(({ cells }, row) => {
          if (cells[1] !== '…') shown.push(weightsOf((own) => own === row))
          if (cells[2] === '…') return
          for (const part of [0, 1]) shown.push(weightsOf((own, at) => own === row && at === part))
        })
        if (shares[0] !== undefined) {
          for (const part of [0, 1]) shown.push(weightsOf((_, at) => at === part))
        }
        const follows = attacker(shown)
        const recent = list.filter(({ age }) => age <= 365)
        const names = ['Local leaders', 'Women', 'Youth']
        rows.forEach(({ cells }, row) => {
          const group = VOICE_GROUPS[names.indexOf(cells[0]!)]
          expect(group).toBeDefined()
          const own = recent.filter(({ withWhom }) => withWhom === group)
          const sum = (of: (meeting: (typeof own)[number]) => number) =>
            own.reduce((total, meeting) => total + of(meeting), 0)
          const parts = [
            sum(({ women }) => women ?? 0),
            sum(({ women, others }) => (women === null ? 0 : others)),
            sum(({ women, others }) => (women === null ? others : 0)),
          ]
          parts.forEach((count, part) => {
            const one = weightsOf((at, own) => at === row && own === part)
            if (isSmall(count)) expect(follows(one)).toBe(false)
          })
          if (cells[1] === '…') expect(follows(weightsOf((at) => at === row))).toBe(false)
          else expect(isSmall(Number(cells[1]))).toBe(false)
        })
      }),
      { numRuns: 200 },
    )
  })
})
