import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENGAGEMENT } from '#analysis/studies/engagement/index.ts'
import { GRIEVANCES } from '#analysis/studies/grievances/index.ts'
import { PERCEPTION } from '#analysis/studies/perception/index.ts'
import { SIGNALS } from '#analysis/studies/signals/index.ts'
import type { StudyAnswer, StudyBlock } from '#analysis/studies/study.ts'
import { categoryColumn, numberColumn } from '#core/columns/columns.ts'
import { VOICE_TOPICS } from '#core/records/engagement.ts'
import type { Grievance } from '#core/records/grievance.ts'
import { instantOf } from '#core/time/instant.ts'
import { aGrievance, anEngagement } from '#support/build.ts'
import { NOW_MINUTES, surveyColumns } from '../small-ground.ts'
import { someStudyFacts } from './study-facts.ts'

const facts = someStudyFacts()
const { ground } = facts
const daysAgo = (days: number) => instantOf(NOW_MINUTES - days * 1440)

function blockOf<T extends StudyBlock['type']>(answer: StudyAnswer, type: T, at = 0) {
  const blocks = answer.blocks.filter((block) => block.type === type)
  return blocks[at] as Extract<StudyBlock, { readonly type: T }>
}

function saidIn(answer: StudyAnswer): string {
  return answer.blocks.flatMap((block) => (block.type === 'sentence' ? block.text : [])).join(' ')
}

describe('perception', () => {
  const asked = (waves: Parameters<typeof surveyColumns>[0]) =>
    PERCEPTION.ask({ ...facts, surveys: [surveyColumns(waves)] }, {})
  const wave = (areaId: string, ageDays: number, sampleCount: number, feelSafeShare: number) => ({
    areaId,
    ageDays,
    sampleCount,
    feelSafeShare,
  })

  it('gives a share with Wilson’s interval, and the change since the wave before', () => {
    const answer = asked([wave('a-west', 20, 400, 0.5), wave('a-west', 110, 400, 0.7)])
    const west = blockOf(answer, 'intervals').rows.find(({ name }) => name === 'West County')!
    expect(west.value).toBe(50)
    expect([west.low, west.high].map((end) => end.toFixed(2))).toEqual(['45.12', '54.88'])
    expect(west.note).toBe('n 400, design effect 1.0, 20 days ago')
    const [change] = blockOf(answer, 'intervals', 1).rows
    expect(change!.value).toBeCloseTo(-20)
    expect(change!.high).toBeLessThan(0)
    expect(saidIn(answer)).toContain('Fewer than in the wave before: West County')
  })

  it('shows nothing of under ten, no value of under thirty, and flags what rests on few', () => {
    const answer = asked([wave('a-west', 20, 9, 0.5), wave('b-east', 20, 29, 0.5)])
    const rows = blockOf(answer, 'intervals').rows
    expect(rows.map(({ name, note, value }) => [name, note, value])).toEqual([
      ['East County', 'Too few: n 29', Number.NaN],
      ['West County', 'Too few asked', Number.NaN],
    ])
    expect(answer.values!.every(Number.isNaN)).toBe(true)
    const flagged = asked([wave('a-west', 20, 45, 0.5)])
    expect(blockOf(flagged, 'intervals').rows[0]!.name).toBe('West County (few)')
  })
})

it('tells women and men apart, and neither where one is too few to show', () => {
  const answers = (womenCount: number) => {
    const columns = surveyColumns([
      { areaId: 'a-west', ageDays: 20, sampleCount: 200 + womenCount, feelSafeShare: 0.6 },
      { areaId: 'a-west', ageDays: 20, sampleCount: womenCount, feelSafeShare: 0.4 },
      { areaId: 'a-west', ageDays: 20, sampleCount: 200, feelSafeShare: 0.8 },
    ])
    const group = categoryColumn([null, 'women', 'men'])
    const surveys = [{ ...columns, fields: { ...columns.fields, group } }]
    return PERCEPTION.ask({ ...facts, surveys }, {})
  }
  const titled = (answer: StudyAnswer) =>
    answer.blocks.find((block) => 'title' in block && block.title.startsWith('Gap'))
  const gap = titled(answers(200)) as Extract<StudyBlock, { readonly type: 'intervals' }>
  expect(gap.rows[0]!.name).toBe('West County: more men')
  expect(gap.rows[0]!.value).toBeCloseTo(40)
  expect(gap.rows[0]!.low).toBeGreaterThan(25)
  expect(blockOf(answers(200), 'intervals').rows[0]!.value).toBe(60)
  expect(titled(answers(29))).toBeUndefined()
})

describe('perception, where little was asked', () => {
  const rows = (
    list: readonly [ageDays: number, n: number, share: number, group: string | null][],
  ) => {
    const columns = surveyColumns(
      list.map(([ageDays, sampleCount, feelSafeShare]) => ({
        areaId: 'a-west',
        ageDays,
        sampleCount,
        feelSafeShare,
      })),
    )
    const group = categoryColumn(list.map((row) => row[3]))
    return [{ ...columns, fields: { ...columns.fields, group } }]
  }
  const asked = (list: Parameters<typeof rows>[0]) =>
    PERCEPTION.ask({ ...facts, surveys: rows(list) }, {})

  it('says that there is no survey', () => {
    const answer = PERCEPTION.ask({ ...facts, surveys: [] }, {})
    expect(saidIn(answer)).toBe('No survey is on record.')
  })

  it('speaks of change only over counties with one, and counts them', () => {
    const once = asked([[20, 400, 0.5, null]])
    expect(saidIn(once)).not.toContain('changed')
    expect(once.method.limits.join(' ')).not.toContain('by chance')
    const twice = asked([
      [20, 400, 0.5, null],
      [90, 400, 0.5, null],
    ])
    expect(saidIn(twice)).toContain('West County, the only county that can be compared, has not')
    expect(twice.method.limits.join(' ')).toContain('1 change at 95 %')
  })

  it('tells a county asked by sex only from one that was not asked', () => {
    const answer = asked([
      [20, 200, 0.5, 'women'],
      [20, 200, 0.7, 'men'],
    ])
    expect(blockOf(answer, 'intervals').rows.map(({ note }) => note)).toEqual([
      'Not asked',
      'Asked by group only',
    ])
    expect(blockOf(answer, 'table').rows[0]!.cells[1]).toBe('by group only')
  })

  const titled = (answer: StudyAnswer, start: string) =>
    answer.blocks.find((block) => 'title' in block && block.title.startsWith(start)) as
      | Extract<StudyBlock, { readonly type: 'intervals' }>
      | undefined

  it('sets youth beside all others, who are what is left of all', () => {
    const answer = asked([
      [20, 400, 0.6, null],
      [20, 100, 0.3, 'youth'],
    ])
    const shares = titled(answer, 'Who feel safe, youth')!.rows
    expect(shares.map(({ name, value }) => [name, Math.round(value)])).toEqual([
      ['West County, youth', 30],
      ['West County, all others', 70],
    ])
    const [gap] = titled(answer, 'Gap between youth')!.rows
    expect(gap!.name).toBe('West County: more all others')
    expect(gap!.value).toBeCloseTo(40)
    expect(saidIn(answer)).toContain('youth in West County (40 points below all others)')
    expect(titled(answer, 'Gap between women')).toBeUndefined()
  })

  it('hides both of two groups where one is too few, and marks what is few or rough', () => {
    const few = asked([
      [20, 400, 0.6, null],
      [20, 380, 0.6, 'youth'],
    ])
    expect(
      titled(few, 'Who feel safe, youth')!.rows.map(({ value, note }) => [value, note]),
    ).toEqual([
      [Number.NaN, 'Hidden: too few of one of the two'],
      [Number.NaN, 'Hidden: too few of one of the two'],
    ])
    expect(titled(few, 'Gap')).toBeUndefined()
    const named = (answer: StudyAnswer) => titled(answer, 'Who')!.rows[0]!.name
    expect(named(asked([[20, 45, 0.5, null]]))).toBe('West County (few)')
    expect(named(asked([[20, 100, 0.05, null]]))).toBe('West County (rough)')
    expect(named(asked([[20, 100, 0.5, null]]))).toBe('West County')
  })

  it('compares women and men in the wave that is shown alone, and says how old it is', () => {
    const before: Parameters<typeof rows>[0] = [
      [90, 400, 0.6, null],
      [90, 200, 0.4, 'women'],
      [90, 200, 0.8, 'men'],
    ]
    const gapNote = (answer: StudyAnswer) =>
      answer.blocks.flatMap((block) =>
        block.type === 'intervals' && block.title.startsWith('Gap')
          ? block.rows.map(({ note }) => note)
          : [],
      )
    expect(gapNote(asked(before))[0]).toContain('90 days ago')
    expect(gapNote(asked([[20, 400, 0.6, null], ...before]))).toEqual([])
  })

  it('does not print a share of the whole where nobody is known to live', () => {
    const peopleCount = ground.peopleCount.slice().fill(Number.NaN)
    const answer = PERCEPTION.ask({ ...facts, ground: { ...ground, peopleCount } }, {})
    expect(saidIn(answer)).toContain('there is no share of the whole. Lowest: West County, 62 %.')
    expect(saidIn(answer)).not.toContain('–')
  })
})

describe('grievances', () => {
  const many = (count: number, parts: Partial<Grievance>) =>
    Array.from({ length: count }, () =>
      aGrievance({ communityId: null, areaId: 'a-west', raisedAt: daysAgo(40), ...parts }),
    )
  const asked = (grievances: readonly Grievance[]) => GRIEVANCES.ask({ ...facts, grievances }, {})
  const bandsOf = (answer: StudyAnswer) => blockOf(answer, 'table').rows.map(({ cells }) => cells)

  it('counts what is open and what is overdue, and hides small counts', () => {
    const answer = asked([
      ...many(12, { topic: 'land' }),
      ...many(8, { topic: 'security', raisedAt: daysAgo(10) }),
      ...many(6, { topic: 'land', areaId: 'b-east', status: 'resolved' }),
    ])
    const { rows, columns, cells } = blockOf(answer, 'matrix')
    expect([rows, columns]).toEqual([
      ['All', 'West County', 'East County'],
      ['All', 'Security', 'Land'],
    ])
    expect(cells.map(({ text }) => text)).toEqual(['20', '8', '12', '20', '8', '12', '0', '0', '0'])
    expect(saidIn(answer)).toContain(
      '20 grievances are open; 12 of them have waited over 30 days without an answer.',
    )
    expect(blockOf(answer, 'table', 1).rows.map(({ cells: texts }) => texts)).toEqual([
      ['West County', '40 d', '40 d'],
    ])
  })

  it('keeps back how many are overdue where they or the rest would be few', () => {
    const answer = asked([...many(12, {}), ...many(2, { raisedAt: daysAgo(3) })])
    const heldBack = 'how many have waited over 30 days without an answer is held back'
    expect(saidIn(answer)).toContain(`14 grievances are open; ${heldBack}`)
    const few = asked([...many(2, {}), ...many(12, { raisedAt: daysAgo(3) })])
    expect(saidIn(few)).toContain(heldBack)
    expect(bandsOf(few).map(([, shown]) => shown)).toEqual(['…', '…', '…', '…', '…'])
  })

  it('tells waits in fixed bands, under no limit that could be chosen', () => {
    const answer = asked([
      ...many(7, {}),
      ...many(6, { raisedAt: daysAgo(70) }),
      ...many(5, { raisedAt: daysAgo(95) }),
      ...many(9, { respondedAt: daysAgo(2) }),
    ])
    expect(GRIEVANCES.options).toEqual([])
    expect(bandsOf(answer)).toEqual([
      ['Answered, still open', '9'],
      ['Up to 30 days', '0'],
      ['30 to 60 days', '7'],
      ['60 to 90 days', '6'],
      ['Over 90 days', '5'],
    ])
    expect(saidIn(answer)).toContain('27 grievances are open; 18 of them have waited over 30 days')
  })

  it('marks all that is hidden alike, and shows no wait of a county whose count is hidden', () => {
    const answer = asked([...many(8, {}), ...many(1, { topic: 'security' })])
    const texts = blockOf(answer, 'matrix').cells.map(({ text }) => text)
    expect(new Set(texts)).toEqual(new Set(['…']))
    expect(saidIn(answer)).toContain('How many grievances are open is held back')
    expect(blockOf(answer, 'table', 1).rows[0]!.cells[0]).toBe('Other counties')
  })

  it('never counts protected cases, however many', () => {
    const plain = many(7, {})
    const cases = many(40, { isProtectedCase: true, topic: 'humanRights' })
    expect(asked([...plain, ...cases])).toEqual(asked(plain))
  })

  it('names no community, and no line with its total has exactly one count hidden', () => {
    const anyGrievance = fc.record({
      areaId: fc.constantFrom('a-west', 'b-east', null),
      topic: fc.constantFrom(...VOICE_TOPICS.slice(0, 4)),
      status: fc.constantFrom('open' as const, 'inProgress' as const, 'resolved' as const),
      raisedAt: fc.constantFrom(daysAgo(5), daysAgo(50)),
      respondedAt: fc.constantFrom(null, daysAgo(1)),
      isProtectedCase: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyGrievance, { maxLength: 90 }), (list) => {
        const answer = asked(list.map((parts) => aGrievance({ communityId: null, ...parts })))
        const { rows, columns, cells } = blockOf(answer, 'matrix')
        const isHidden = (row: number, column: number) =>
          !/^\d+$/.test(cells[row * columns.length + column]!.text)
        for (let row = 0; row < rows.length; row++) {
          expect(columns.filter((_, column) => isHidden(row, column)).length).not.toBe(1)
        }
        for (let column = 0; column < columns.length; column++) {
          expect(rows.filter((_, row) => isHidden(row, column)).length).not.toBe(1)
        }
        expect(cells.every(({ text }) => !/^[1-4]$/.test(text))).toBe(true)
        expect(JSON.stringify(answer.blocks)).not.toContain('Village')
      }),
      { numRuns: 150 },
    )
  })
})

describe('engagement', () => {
  const need = facts.situation.need.score.slice().fill(1)
  need[3] = 9
  need[5] = 8
  need[7] = Number.NaN
  const situation = { ...facts.situation, need: { ...facts.situation.need, score: need } }
  const at = (cell: number) => ({ communityId: ground.communityIds[cell]!, areaId: null })
  const asked = (engagements: Parameters<typeof ENGAGEMENT.ask>[0]['engagements']) =>
    ENGAGEMENT.ask({ ...facts, situation, engagements }, {})

  it('says who was met, where, and what share were women', () => {
    const answer = asked([
      anEngagement({ ...at(3), heldAt: daysAgo(12), participantCount: 40, womenCount: 10 }),
      anEngagement({ ...at(3), heldAt: daysAgo(50), withWhom: 'youth', participantCount: null }),
      anEngagement({
        ...at(5),
        heldAt: daysAgo(120),
        followUpAt: daysAgo(100),
        participantCount: null,
      }),
      anEngagement({ ...at(9), heldAt: daysAgo(-3), status: 'planned' }),
    ])
    expect(answer.values![3]).toBe(12)
    expect(answer.values![5]).toBe(120)
    expect(answer.values![9]).toBeNaN()
    expect(saidIn(answer)).toContain('2 meetings in 1 community in the last 90 days.')
    expect(saidIn(answer)).toContain('25 % of the participants who were counted in the last year')
    expect(saidIn(answer)).toContain('1 promised follow-up is due.')
    const groups = blockOf(answer, 'table', 1).rows.map(({ cells }) => cells)
    expect(groups[1]).toEqual(['Women', '1', '12 d'])
    expect(groups[2]).toEqual(['Youth', '1', '50 d'])
    expect(blockOf(answer, 'table', 2).rows.map(({ cells }) => cells)).toEqual([
      ['Women', '40', '25 %'],
    ])
  })

  it('lists places of high need that nobody met in the window, those of highest need first', () => {
    const answer = asked([anEngagement({ ...at(3), heldAt: daysAgo(12) })])
    const [first] = blockOf(answer, 'table').rows
    expect(first!.cells).toEqual(['Village 5', expect.any(String), '8.0', 'never'])
    expect(first!.place!.name).toBe('Village 5')
    const later = asked([anEngagement({ ...at(3), heldAt: daysAgo(91) })])
    expect(blockOf(later, 'table').rows[0]!.cells.slice(2)).toEqual(['9.0', '91 d'])
  })

  it('keeps back the share of women where women or men are few', () => {
    const share = (participantCount: number, womenCount: number) =>
      saidIn(asked([anEngagement({ ...at(3), heldAt: daysAgo(12), participantCount, womenCount })]))
    expect(share(20, 3)).not.toContain('%')
    expect(share(20, 17)).not.toContain('%')
    expect(share(20, 0)).toContain('0 % of the participants')
    expect(share(20, 15)).toContain('75 % of the participants')
  })

  it('tells an empty register from nobody met, and names no communities where none is known', () => {
    expect(saidIn(asked([]))).toBe('No engagement is on record: whom we have met is unknown.')
    const county = { communityId: null, areaId: 'a-west' }
    const answer = asked([anEngagement({ ...county, heldAt: daysAgo(12) })])
    expect(saidIn(answer)).toContain('1 meeting in the last 90 days.')
    expect(saidIn(answer)).toContain('Nobody was met in East County in the last 90 days.')
    expect(saidIn(asked([anEngagement({ ...county, heldAt: daysAgo(200) })]))).toContain(
      'Nobody was met in the last 90 days.',
    )
  })

  it('counts a follow-up as due from its day on', () => {
    const due = (followUpDays: number) =>
      saidIn(
        asked([
          anEngagement({
            ...at(3),
            heldAt: daysAgo(40),
            status: 'followUpDue',
            followUpAt: daysAgo(followUpDays),
          }),
        ]),
      )
    expect(due(0)).toContain('1 promised follow-up is due.')
    expect(due(-1)).not.toContain('due')
  })

  it('takes for high need none that ties with those beyond the quarter, nor a low score', () => {
    const { rows, moreCount } = blockOf(asked([]), 'table')
    expect([rows.length, moreCount]).toEqual([2, 0])
    expect(blockOf(asked([]), 'table', 1).title).toBe('Who was met in the last 90 days')
  })
})

describe('social-media signals', () => {
  const signals = (rows: readonly [string, number, number, number | null, string | null][]) => ({
    rowCount: rows.length,
    geometry: { type: 'none' as const },
    fields: {
      areaId: categoryColumn(rows.map(([area]) => area)),
      heldEpochMinutes: numberColumn(rows.map(([, age]) => NOW_MINUTES - age * 1440)),
      topic: categoryColumn(rows.map(() => 'security')),
      volumeCount: numberColumn(rows.map(([, , volume]) => volume)),
      negativeShare: numberColumn(rows.map(([, , , negative]) => negative)),
      coverage: categoryColumn(rows.map(([, , , , coverage]) => coverage)),
    },
  })
  const told = signals([
    ['a-west', 3, 60, 0.5, 'good'],
    ['a-west', 9, 20, 1, 'good'],
    ['a-west', 40, 30, null, 'partial'],
    ['a-west', 70, 500, null, 'none'],
    ['b-east', 3, 0, null, 'none'],
  ])

  it('say where more is posted than before, and where silence says nothing', () => {
    const answer = SIGNALS.ask({ ...facts, signals: [told] }, {})
    expect(blockOf(answer, 'table').rows.map(({ cells }) => cells)).toEqual([
      ['West County', 'good', '80', '30', '63 %'],
      ['East County', 'none', '–', '–', '–'],
    ])
    expect(saidIn(answer)).toContain('in the 30 before: West County.')
    expect(saidIn(answer)).toContain('not told: East County. Silence there says nothing.')
  })

  it('change nothing in what surveys say', () => {
    expect(PERCEPTION.ask({ ...facts, signals: [told] }, {})).toEqual(PERCEPTION.ask(facts, {}))
  })
})

describe('signals on a short or thin record', () => {
  const asked = (rows: readonly [areaId: string, ageDays: number, volume: number][]) =>
    SIGNALS.ask(
      {
        ...facts,
        signals: [
          {
            rowCount: rows.length,
            geometry: { type: 'none' as const },
            fields: {
              areaId: categoryColumn(rows.map(([area]) => area)),
              heldEpochMinutes: numberColumn(rows.map(([, age]) => NOW_MINUTES - age * 1440)),
              topic: categoryColumn(rows.map(() => 'security')),
              volumeCount: numberColumn(rows.map(([, , volume]) => volume)),
              negativeShare: numberColumn(rows.map(() => null)),
              coverage: categoryColumn(rows.map(() => 'good')),
            },
          },
        ],
      },
      {},
    )

  it('print no 0 for a window without rows, and say how far the record reaches', () => {
    const answer = asked([['a-west', 3, 60]])
    expect(blockOf(answer, 'table').rows.map(({ cells }) => cells.slice(2, 4))).toEqual([
      ['60', '–'],
      ['–', '–'],
    ])
    expect(saidIn(answer)).toContain('so no rise can be told.')
    expect(saidIn(answer)).toContain('The record reaches back 3 days, not the 60 of two windows')
  })

  it('never deny a rise from few', () => {
    const answer = asked([
      ['a-west', 3, 60],
      ['a-west', 40, 2],
      ['a-west', 70, 2],
    ])
    expect(saidIn(answer)).toContain(
      'More than before, but how much is held back, as counts are too small to show: West County.',
    )
    expect(blockOf(answer, 'table').rows[0]!.cells[3]).toBe('…')
    expect(saidIn(answer)).not.toContain('reaches back')
  })
})
