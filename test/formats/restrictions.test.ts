import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { monthsText } from '#core/restriction-text.ts'
import { readHours } from '#formats/import/cells/read-hours.ts'
import { readMonths } from '#formats/import/cells/read-months.ts'
import { planOfText } from './plan-of-text.ts'

const BARE = documentOf('test', {})
const SETTINGS = operationOf(
  newOperation({ id: 'test', name: 'T', planningAt: '2020-06-01T00:00:00Z' }),
)
const HERE = documentOf('test', { operation: [{ ...SETTINGS, utcOffsetMinutes: 180 }] })

/** One restriction with these cells, its row or null, and what was said of it by code. */
function one(cells: Readonly<Record<string, string>>, document = BARE) {
  const all = { restriction: 'closed area', name: 'A', lat: '6.5', lon: '-9.5', ...cells }
  const [headings, values] = [Object.keys(all), Object.values(all)]
  const quoted = values.map((value) => `"${value}"`)
  const plan = planOfText('a.csv', `${headings.join(',')}\n${quoted.join(',')}\n`, document)
  const issues = plan.issues.filter(({ code }) => code !== 'radius-usual')
  const row: Restriction | null = plan.rows.restrictions?.[0] ?? null
  return { row, codes: issues.map(({ code }) => code), said: issues[0]?.message ?? '' }
}

const YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const MAY_TO_OCTOBER = [5, 6, 7, 8, 9, 10]

describe('months of a restriction', () => {
  it.each<[string, readonly number[] | string]>([
    ['5 6 7', [5, 6, 7]],
    ['months 5 6', [5, 6]],
    ['5.0', [5]],
    ['5-10', MAY_TO_OCTOBER],
    ['5–10', MAY_TO_OCTOBER],
    ['05 - 10', MAY_TO_OCTOBER],
    ['MAY–OCT', MAY_TO_OCTOBER],
    ['May to October', MAY_TO_OCTOBER],
    ['from May through Oct.', MAY_TO_OCTOBER],
    ['between May and October', MAY_TO_OCTOBER],
    ['de mai à octobre', MAY_TO_OCTOBER],
    ['de mayo a octubre', MAY_TO_OCTOBER],
    ['maio até outubro', MAY_TO_OCTOBER],
    ['من أيار إلى تشرين الأول', MAY_TO_OCTOBER],
    ['٥-١٠', MAY_TO_OCTOBER],
    ['NOV–APR', [11, 12, 1, 2, 3, 4]],
    ['APR, JUN–AUG; DEC', [4, 6, 7, 8, 12]],
    ['June', [6]],
    ['juin et juillet', [6, 7]],
    ['1-12', YEAR],
    ['all year', 'allYear'],
    ['toute l’année', 'allYear'],
    ['rainy season', 'wet'],
    ['saison des pluies', 'wet'],
    ['época das chuvas', 'wet'],
    ['موسم الأمطار', 'wet'],
    ['dry season', 'dry'],
    ['estación seca', 'dry'],
    ['10-May', 'unreadable'],
    ['1 May to 31 October', 'unreadable'],
    ['5-6-7', 'unreadable'],
    ['5-', 'unreadable'],
    ['2020-05', 'unreadable'],
    ['13', 'unreadable'],
    ['5.10', 'unreadable'],
    ['after the harvest', 'unreadable'],
  ])('%j is %j', (text, expected) => expect(readMonths(text)).toEqual(expected))

  it('are read as our own screen prints them', () => {
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 })
    fc.assert(
      fc.property(months, (some) => {
        const sorted = [...some].sort((a, b) => a - b)
        const read = readMonths(monthsText(some))
        expect(Array.isArray(read) ? read.toSorted((a, b) => a - b) : read).toEqual(sorted)
      }),
    )
  })

  it('are told where they cannot be read, and seasons are those of the operation', () => {
    expect(one({ months: 'MAY–OCT' })).toMatchObject({ row: { months: MAY_TO_OCTOBER }, codes: [] })
    expect(one({ months: '' })).toMatchObject({ row: { months: null }, codes: [] })
    const lost = one({ months: 'after the harvest' })
    expect(lost).toMatchObject({ row: { months: null }, codes: ['months-unread'] })
    expect(lost.said).toBe(
      'Line 2: its months "after the harvest" are none that can be read; it came in as in force all year. Write them like 5-10 or MAY–OCT.',
    )
    expect(one({ months: 'rainy season' })).toMatchObject({ codes: ['months-unread'] })
    const wet = one({ months: 'rainy season' }, HERE)
    expect(wet).toMatchObject({ row: { months: MAY_TO_OCTOBER }, codes: ['months-season'] })
    expect(wet.said).toContain('"rainy season" were read as MAY–OCT, the wet months')
    expect(one({ months: 'dry season' }, HERE).row?.months).toEqual([1, 2, 3, 4, 11, 12])
  })
})

describe('hours of a restriction', () => {
  const at = (from: number, to: number) => ({ fromMinute: 60 * from, toMinute: 60 * to })
  it.each<[string, ReturnType<typeof readHours>]>([
    ['19:00-06:00', at(19, 6)],
    ['19:00–06:00', at(19, 6)],
    ['1900-0600', at(19, 6)],
    ['1900Z-0600Z', at(22, 9)],
    ['19h à 6h', at(19, 6)],
    ['19h30-6h', at(19.5, 6)],
    ['7 pm to 6 am', at(19, 6)],
    ['12am-12pm', at(0, 12)],
    ['from 19:00 until 06:00 local time', at(19, 6)],
    ['de 19h a 6h', at(19, 6)],
    ['20:00-24:00', at(20, 0)],
    ['00:00-24:00', 'dayAndNight'],
    ['24h', 'dayAndNight'],
    ['24/7', 'dayAndNight'],
    ['jour et nuit', 'dayAndNight'],
    ['nights', 'night'],
    ['at night', 'night'],
    ['dusk to dawn', 'night'],
    ['de noche', 'night'],
    ['la nuit', 'night'],
    ['daylight', 'day'],
    ['by day', 'day'],
    ['7-9 pm', 'unreadable'],
    ['25:00-06:00', 'unreadable'],
    ['19:00-06:75', 'unreadable'],
    ['19:00', 'unreadable'],
    ['19:00-06:00, Fridays 12:00-14:00', 'unreadable'],
    ['13pm-2am', 'unreadable'],
  ])('%j is %j', (text, expected) => expect(readHours(text, 180)).toEqual(expected))

  it('says of nights what the program can keep of them', () => {
    expect(one({ hours: 'nights' })).toMatchObject({
      row: { effect: { type: 'dayOnly' }, hours: null },
      codes: [],
    })
    const slow = one({ restriction: 'checkpoint', hours: 'nights', delay_minutes: '30' })
    expect(slow).toMatchObject({
      row: { effect: { type: 'delay', delayMinutes: 30 }, hours: null },
      codes: ['hours-unread'],
    })
    expect(slow.said).toContain('it came in as in force day and night')
    expect(one({ hours: 'daylight' }).codes).toEqual(['hours-unread'])
    expect(one({ hours: 'daylight', effect: 'day only' }).codes).toEqual([])
    expect(one({ hours: 'market hours' }).codes).toEqual(['hours-unread'])
    expect(one({ hours: '06:00-06:00' })).toMatchObject({
      row: { hours: null },
      codes: ['hours-unread'],
    })
  })
})

describe('effects of a restriction', () => {
  it.each<[Readonly<Record<string, string>>, Restriction['effect']]>([
    [{ effect: 'closed' }, { type: 'closed' }],
    [{ effect: 'not passable' }, { type: 'closed' }],
    [{ effect: 'closed', max_tonnes: '5' }, { type: 'closed' }],
    [{ effect: 'closed to vehicles' }, { type: 'footOnly' }],
    [{ effect: 'closed at night' }, { type: 'dayOnly' }],
    [{ effect: 'a pé' }, { type: 'footOnly' }],
    [
      { effect: 'active', restriction: 'checkpoint' },
      { type: 'delay', delayMinutes: 20 },
    ],
    [
      { effect: 'open', max_tonnes: '12' },
      { type: 'massLimit', maxTonnes: 12 },
    ],
    [
      { restriction: 'escort road', delay_minutes: '30' },
      { type: 'escortOnly', delayMinutes: 30 },
    ],
    [
      { restriction: 'escort road', effect: 'delay', delay_minutes: '30' },
      { type: 'delay', delayMinutes: 30 },
    ],
  ])('%j is %j', (cells, effect) =>
    expect(one(cells)).toMatchObject({ row: { effect }, codes: [] }),
  )

  it.each([
    'impassable on foot',
    'no foot access',
    'No pedestrian access',
    'closed to vehicles and pedestrians',
    'closed to vehicles, pedestrians',
    'closed even to foot traffic',
    'closed to pedestrians',
    'not passable by foot or vehicle',
    'not passable by vehicle or on foot',
    'not passable on foot',
  ])('"%s" is closed, and nothing is told', (effect) =>
    expect(one({ restriction: 'checkpoint', effect })).toMatchObject({
      row: { effect: { type: 'closed' } },
      codes: [],
    }),
  )

  it.each([
    'footbridge washed away',
    'no escort required',
    'escort not required',
    'closed, escort unavailable',
    'escort unavailable',
    'sin escolta',
    'day only with escort',
    'closed by day only',
    'not closed at night',
    'closed but passable on foot',
    'closed except on foot',
    'closed to vehicles over 5000 kg',
    'closed to vehicles over 5,000 t',
    'closed above 1.5 m of water',
    'motorbikes and foot only',
  ])('"%s" is told, and closes', (effect) =>
    expect(one({ restriction: 'checkpoint', effect })).toMatchObject({
      row: { effect: { type: 'closed' } },
      codes: ['effect-unread'],
    }),
  )

  it.each([
    'foot only',
    'footOnly',
    'on foot',
    'On foot only',
    'passable on foot only',
    'pedestrians only',
    'foot traffic only',
    'open to pedestrians only',
    'restricted to foot traffic',
    'closed to all vehicles',
    'closed to vehicles, open to pedestrians',
    'no vehicles; foot only',
    'à pied seulement',
    'praticable à pied',
    'piétons uniquement',
    'solo a pie',
    'sólo peatones',
    'transitável só a pé',
    'apenas pedestres',
    'سيرا على الأقدام فقط',
    'للمشاة فقط',
  ])('"%s" leaves those on foot', (effect) =>
    expect(one({ effect })).toMatchObject({ row: { effect: { type: 'footOnly' } }, codes: [] }),
  )

  it.each<[string, number]>([
    ['closed to vehicles over 5 tonnes', 5],
    ['No trucks above 3,5 t', 3.5],
    ['fermé aux véhicules de plus de 10 tonnes', 10],
    ['cerrado a vehículos de más de 8 toneladas', 8],
    ['fechado a veículos com mais de 8 t', 8],
    ['weight limit 12t', 12],
  ])('"%s" is a limit of %d t', (effect, maxTonnes) =>
    expect(one({ effect })).toMatchObject({
      row: { effect: { type: 'massLimit', maxTonnes } },
      codes: [],
    }),
  )

  it('take the tonnes of the words before those of the column, and tell where they differ', () => {
    const effect = 'closed to vehicles over 5 t'
    expect(one({ effect, max_tonnes: '5' }).codes).toEqual([])
    const other = one({ effect, max_tonnes: '12' })
    expect(other).toMatchObject({ row: { effect: { maxTonnes: 5 } }, codes: ['effect-second'] })
    expect(other.said).toContain('"max_tonnes" is 12')
  })

  it('are told where they are not known, with what the row came in as', () => {
    const sometimes = one({ restriction: 'checkpoint', effect: 'sometimes passable' })
    expect(sometimes).toMatchObject({
      row: { effect: { type: 'closed' } },
      codes: ['effect-unread'],
    })
    expect(sometimes.said).toContain(
      'its effect "sometimes passable" is not known here; it came in as "Nobody passes", the careful choice',
    )
    expect(one({ effect: 'partly closed', delay_minutes: '30' })).toMatchObject({
      row: { effect: { type: 'delay', delayMinutes: 30 } },
      codes: ['effect-unread'],
    })
    expect(one({ effect: 'closed to trucks' }).codes).toEqual(['effect-unread'])
    expect(one({ restriction: 'bridge', effect: 'weight limit' })).toMatchObject({
      row: { effect: { type: 'footOnly' } },
      codes: ['effect-unread'],
    })
    expect(one({ effect: 'open' })).toMatchObject({ row: null, codes: ['effect-open'] })
  })

  it.each([
    ['bridge', 'max_tonnes', '-5', 'footOnly'],
    ['bridge', 'max_tonnes', '0', 'footOnly'],
    ['bridge', 'mlc', '-1', 'footOnly'],
    ['bridge', 'mlc', '12.5', 'footOnly'],
    ['seasonal track', 'speed_factor', '1.5', 'speedFactor'],
    ['closed area', 'delay_minutes', '0', 'closed'],
    ['checkpoint', 'delay_minutes', '-10', 'delay'],
  ])('tells that a %s cannot have %s %s', (restriction, heading, value, type) => {
    const found = one({ restriction, [heading]: value })
    expect(found).toMatchObject({ row: { effect: { type } }, codes: ['limit-unread'] })
    expect(found.said).toContain(`"${heading}" is ${value}, which is not`)
    expect(found.said).toContain('it came in as "')
  })

  it('tells what one restriction cannot keep', () => {
    expect(
      one({ restriction: 'track with mud', speed_factor: '0.5', delay_minutes: '30' }),
    ).toMatchObject({
      row: { effect: { type: 'speedFactor', factor: 0.5 } },
      codes: ['effect-second'],
    })
    expect(one({ severity: 'quite bad' })).toMatchObject({
      row: { severity: 1 },
      codes: ['severity-unread'],
    })
  })
})

describe('dates of a restriction', () => {
  const spans = (from: string, to: string, document = BARE) => {
    const { row, codes, said } = one({ valid_from: from, valid_to: to }, document)
    return { span: row && [row.validFrom, row.validTo], codes, said }
  }

  it.each<[string, string, string, string]>([
    ['2026-11-22', '2026-11-22', '2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['20 Nov 2026', '22 Nov 2026', '2026-11-20T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['20/11/2026', '22/11/2026 18:00', '2026-11-20T00:00:00Z', '2026-11-22T18:00:00Z'],
    ['2026-11', '2026-11', '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'],
    ['2026', '2026', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['46000', '46000', '2025-12-09T00:00:00Z', '2025-12-10T00:00:00Z'],
    ['2026-11-22T06:00Z', '231200Z NOV 26', '2026-11-22T06:00:00Z', '2026-11-23T12:00:00Z'],
  ])('%j to %j holds to the end of the last day', (from, to, begins, ends) => {
    expect(spans(from, to)).toMatchObject({ span: [begins, ends] })
  })

  it('end at the midnight of the operation, and times with a zone stay', () => {
    expect(spans('2026-11-22', '2026-11-22', HERE).span).toEqual([
      '2026-11-21T21:00:00Z',
      '2026-11-22T21:00:00Z',
    ])
    expect(spans('2026-11-22T06:00Z', '2026-11-22T09:00Z', HERE).span).toEqual([
      '2026-11-22T06:00:00Z',
      '2026-11-22T09:00:00Z',
    ])
  })

  it('of a file of ours are instants, though a workbook or shapefile shows days', () => {
    const cells = { cg_id: 'r1', valid_from: '2026-11-20', valid_to: '2026-11-22' }
    expect(one(cells, HERE).row).toMatchObject({
      validFrom: '2026-11-20T00:00:00Z',
      validTo: '2026-11-22T00:00:00Z',
    })
    const never = one({ ...cells, valid_from: '2026-11-22' }, HERE)
    expect(never).toMatchObject({
      row: { validTo: '2026-11-22T00:00:00Z' },
      codes: ['date-order'],
    })
    expect(never.said).toContain('so it never holds')
  })

  it('hold to the end of the last day for bases and units too, and projects keep their days', () => {
    const bases = planOfText(
      'a.csv',
      'base_name,base_type,lat,lon,valid_from,valid_to\nA,cob,6.5,-9.5,2026-11-22,2026-11-22\n',
      BARE,
    ).rows.bases
    expect(bases?.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'],
    ])
    const projects = planOfText(
      'a.csv',
      'project,sector,status,lat,lon,start_date,end_date\nWell,WASH,planned,6.5,-9.5,2026-11,2026-11\nPump,WASH,planned,6.5,-9.5,2026-11-22,2026-11-22\n',
      BARE,
    ).rows.projects
    expect(projects?.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2026-11-01T00:00:00Z', '2026-11-30T00:00:00Z'],
      ['2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z'],
    ])
  })

  it('keep out what would never hold, and say so', () => {
    const never = spans('2026-11-22 06:00', '2026-11-22 06:00')
    expect(never).toMatchObject({ span: null, codes: ['date-order'] })
    expect(never.said).toBe(
      'Line 2: it is valid to "2026-11-22 06:00", the moment at which it begins, so it would never hold; give it a later end.',
    )
    expect(spans('2026-11-22', '2026-11-21')).toMatchObject({ span: null, codes: ['date-order'] })
  })
})
