import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { numbersOf } from '#core/columns/columns.ts'
import { emptyDocument } from '#core/document.ts'
import { instantOf } from '#core/time/instant.ts'
import { bothWays, provenOrder, readDate } from '#formats/import/cells/read-date.ts'
import type { ImportContext } from '#formats/import/kind.ts'
import { planImport } from '#formats/import/plan-import.ts'
import type { ImportPlan } from '#formats/import/plan-reading.ts'
import { readTables } from '#formats/registry.ts'

const CONTEXT: ImportContext = {
  document: emptyDocument('test'),
  theatre: null,
  isSwapped: false,
  now: '2022-06-01T00:00:00Z',
  fileHash: null,
}

function planOf(text: string, answers: Readonly<Record<string, string>> = {}): ImportPlan {
  const read = readTables('a.csv', strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  const choice = { kind: null, mapping: new Map(), answers: new Map(Object.entries(answers)) }
  return planImport(read.value[0]!, CONTEXT, choice)
}

const incidents = (...dates: readonly string[]) =>
  ['date,lat,lon,type', ...dates.map((date, i) => `${date},6.${i + 1},-9.5,theft`)].join('\n')
const days = ({ batches }: ImportPlan) =>
  [...numbersOf(batches[0]!.columns, 'occurredEpochMinutes')].map((minutes) =>
    instantOf(minutes).slice(0, 10),
  )
const codes = ({ issues }: ImportPlan) => issues.map(({ line, code }) => `${line} ${code}`)

describe('the order of day and month', () => {
  it('is asked for where every date can be read both ways, and the rows wait', () => {
    const plan = planOf(incidents('05/06/2020', '07-08-2020', '04/04/2020', '2020-01-02'))
    expect(days(plan)).toEqual(['2020-01-02', '2020-04-04'])
    expect(codes(plan)).toEqual(['2 date-ambiguous', '3 date-ambiguous'])
    expect(plan.questions).toEqual([
      {
        id: 'date-order',
        sentence: expect.stringContaining('"05/06/2020", "07-08-2020" can be read in two ways'),
        options: [
          { id: 'day-first', label: 'The day: 5 June 2020, 7 August 2020' },
          { id: 'month-first', label: 'The month: 6 May 2020, 8 July 2020' },
        ],
        chosen: null,
      },
    ])
  })

  it.each([
    ['day-first', '2020-06-05'],
    ['month-first', '2020-05-06'],
  ])('answered %s makes 05/06/2020 %s', (answer, day) => {
    const plan = planOf(incidents('05/06/2020'), { 'date-order': answer })
    expect(days(plan)).toEqual([day])
    expect(plan.questions.map(({ chosen }) => chosen)).toEqual([answer])
  })

  it('takes no answer that is none of its options', () => {
    expect(planOf(incidents('05/06/2020'), { 'date-order': 'both' }).rowsAccepted).toBe(0)
  })

  it.each([
    [['05/06/2020', '25/06/2020'], ['2020-06-05', '2020-06-25'], 'null date-day-first'],
    [['05/06/2020', '06/25/2020'], ['2020-05-06', '2020-06-25'], 'null date-month-first'],
  ])('of %j is proven by one of them, and told', (dates, read, code) => {
    const plan = planOf(incidents(...dates))
    expect([days(plan), codes(plan), plan.questions]).toEqual([read, [code], []])
  })

  it('is asked for where dates prove both', () => {
    const plan = planOf(incidents('05/06/2020', '25/06/2020', '06/25/2020'))
    expect(plan.questions).toHaveLength(1)
    expect(codes(plan)).toEqual(['2 date-ambiguous', '4 date-impossible'])
  })

  it('with points is day first, and without doubtful dates nothing is said', () => {
    expect(days(planOf(incidents('05.06.2020')))).toEqual(['2020-06-05'])
    const plain = planOf(incidents('25/06/2020', '2020-01-02', '1 May 2020'))
    expect([codes(plain), plain.questions]).toEqual([[], []])
  })

  it('holds for every date column of a table', () => {
    const plan = planOf(
      'project,sector,status,lat,lon,start,end\nWell,WASH,active,6.5,-9.5,05/06/2020,30/06/2020\n',
    )
    expect(plan.rows.projects?.[0]?.startsAt).toBe('2020-06-05T00:00:00Z')
  })

  it('never reads one date in two ways, nor none that has one', () => {
    const number = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(number, number, (first, second) => {
        const text = `${first}/${second}/2020`
        const isRead = (order: 'dayFirst' | 'monthFirst' | 'unknown') =>
          !('code' in readDate(text, false, order))
        const [day, month] = [isRead('dayFirst'), isRead('monthFirst')]
        expect(bothWays(text) !== null).toBe(day && month && first !== second)
        if (provenOrder(text) === 'dayFirst') expect(month).toBe(false)
        if (provenOrder(text) === 'monthFirst') expect(day).toBe(false)
        if (day && month && first !== second) expect(isRead('unknown')).toBe(false)
      }),
    )
  })
})

describe('bare numbers that are Excel days', () => {
  it('count from 1900 until somebody says otherwise, and are asked about', () => {
    const plan = planOf(incidents('44000', '44001.5', '2020-01-02'))
    expect(days(plan)).toEqual(['2020-01-02', '2020-06-18', '2020-06-19'])
    expect(codes(plan)).toEqual(['null date-serial'])
    expect(plan.questions).toEqual([
      {
        id: 'excel-days',
        sentence:
          'a.csv: where a date should stand, 2 numbers ("44000", "44001.5") look like Excel days. From which year do they count?',
        options: [
          { id: '1900', label: 'From 1900, as Excel does: 2020-06-18, 2020-06-19' },
          { id: '1904', label: 'From 1904, as old Excel for Mac did: 2024-06-19, 2024-06-20' },
        ],
        chosen: '1900',
      },
    ])
  })

  it.each([
    ['1900', '2016-04-26'],
    ['1904', '2020-04-27'],
  ])('answered %s make 42486 %s, and are warned of no more', (answer, day) => {
    const plan = planOf(incidents('42486'), { 'excel-days': answer })
    expect([days(plan), codes(plan), plan.questions[0]?.chosen]).toEqual([[day], [], answer])
  })

  it('count from 1904 where all would else lie too long ago', () => {
    expect(days(planOf(incidents('15500', '15600')))).toEqual(['1946-06-09', '1946-09-17'])
    expect(days(planOf(incidents('15500', '44000')))).toEqual(['1942-06-08', '2020-06-18'])
  })

  it('are asked about in every kind, for all of its dates', () => {
    const plan = planOf(
      'project,sector,status,lat,lon,start,end\nWell,WASH,active,6.5,-9.5,42486,42500\n',
      { 'excel-days': '1904' },
    )
    expect(plan.rows.projects?.[0]).toMatchObject({
      startsAt: '2020-04-27T00:00:00Z',
      endsAt: '2020-05-11T00:00:00Z',
    })
  })

  it('are none where they stand for years, counts or days written in one', () => {
    const plan = planOf('date,lat,lon,type,affected\n2019,6.5,-9.5,theft,43831\n')
    expect(plan.questions).toEqual([])
    expect(planOf(incidents('20200105')).questions).toEqual([])
  })
})

describe('what may be a mistake', () => {
  const table =
    'id,date,lat,lon,type,deaths\n1,2020-01-05,6.5,-9.5,theft,0\n2,2020-01-05T14:00,6.50003,-9.50002,theft,-2\n' +
    '3,2020-01-05,6.5,-9.5,protest,0\n4,2020-01-06,6.5,-9.5,theft,0\n5,2020-01-05,6.51,-9.5,theft,0\n'

  it('names what may be one event twice, and lets it in', () => {
    const plan = planOf(table)
    expect(plan.rowsAccepted).toBe(5)
    expect(codes(plan)).toEqual(['3 duplicate-event', '3 count-negative'])
    expect(plan.questions.map(({ id, chosen }) => [id, chosen])).toEqual([['same-event', 'keep']])
    expect(plan.questions[0]?.sentence).toContain('(line 3)')
  })

  it('leaves the repeats out when told to', () => {
    const plan = planOf(table, { 'same-event': 'leave-out' })
    expect([plan.rowsAccepted, plan.rowsRefused]).toEqual([4, 1])
    expect(plan.questions[0]?.chosen).toBe('leave-out')
  })

  it('says nothing of days and places that are only roughly known', () => {
    const rough =
      'date,lat,lon,type,place\n2020-05,6.5,-9.5,theft,\n2020-05,6.5,-9.5,theft,\n' +
      '2020-01-05,6.6,-9.5,theft,Bong county\n2020-01-05,6.6,-9.5,theft,Bong county\n'
    expect(codes(planOf(rough))).toEqual([])
  })

  it('names dates out of range, in incidents and in what lasts', () => {
    expect(codes(planOf(incidents('1915-01-01', '2022-07-01', '2150-01-01')))).toEqual([
      '2 date-unlikely',
      '3 date-future',
      '4 date-unlikely',
    ])
    const project =
      'project,sector,status,lat,lon,start,beneficiaries\nWell,WASH,active,6.5,-9.5,1915-01-01,-4\n'
    const plan = planOf(project)
    expect(codes(plan)).toEqual(['2 date-unlikely', '2 count-negative'])
    expect(plan.rows.projects?.[0]?.beneficiaryCount).toBeNull()
  })
})
