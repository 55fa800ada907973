import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { documentOf, type OperationDocument, TABLES } from '#core/document.ts'
import type { Area } from '#core/records/area.ts'
import { readTables } from '#formats/registry.ts'
import { planOfText } from './plan-of-text.ts'

const COUNTY: Area = {
  id: 'LR12',
  name: 'Nimba',
  level: 1,
  placeCode: 'LR12',
  parentId: null,
  aliases: [],
  outline: [
    [
      [
        [-9, 6],
        [-8, 6],
        [-8, 7],
        [-9, 7],
        [-9, 6],
      ],
    ],
  ],
  populationCount: null,
}
const DOCUMENT = documentOf('test', { areas: [COUNTY] })

const planOf = (text: string, document: OperationDocument = DOCUMENT) =>
  planOfText('a.xml', text, document)

const codes = ({ issues }: ReturnType<typeof planOf>) =>
  issues.map(({ line, code }) => `${line} ${code}`)

const POINT =
  '<location><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>6.5 -8.5</pos></point><exactness code="1"/></location>'
const activity = (parts: string, id = 'XM-1') =>
  `<iati-activity default-currency="USD"><iati-identifier>${id}</iati-identifier><reporting-org ref="XM"><narrative>Example Fund</narrative></reporting-org><title><narrative xml:lang="fr">Puits</narrative><narrative xml:lang="en">Wells</narrative></title>${parts}</iati-activity>`
const iati = (...activities: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- invented -->\n<iati-activities version="2.03">${activities.join('')}</iati-activities>`

describe('IATI activities', () => {
  it('become projects with their status, sector, dates and dollars', () => {
    const plan = planOf(
      iati(
        activity(
          '<participating-org role="4"><narrative>Example Builders</narrative></participating-org>' +
            '<activity-status code="2"/><activity-date type="1" iso-date="2019-01-01"/><activity-date type="2" iso-date="2019-02-01"/><activity-date type="3" iso-date="2020-12-31"/>' +
            `<sector code="11220" vocabulary="1" percentage="30"/><sector code="14030" vocabulary="1" percentage="70"/>${POINT}` +
            '<budget type="1"><value currency="USD">5000</value></budget><budget type="1"><value>2,500</value></budget><budget type="1"><value currency="EUR">100</value></budget>',
        ),
      ),
    )
    expect(plan.kind).toBe('projects')
    expect(plan.rows.projects).toEqual([
      {
        id: 'project-xm-1',
        name: 'Wells',
        sector: 'water',
        kind: 'partner',
        status: 'active',
        organisation: 'Example Builders',
        position: [-8.5, 6.5],
        positionErrorMetres: null,
        costUsd: 7500,
        beneficiaryCount: null,
        startsAt: '2019-02-01T00:00:00Z',
        endsAt: '2020-12-31T00:00:00Z',
      },
    ])
    expect(codes(plan)).toEqual(['0 currency-unread'])
    const euros = planOf(
      iati(
        activity(`<sector code="14030"/>${POINT}<budget><value currency="EUR">9</value></budget>`),
      ),
    )
    const vague = planOf(
      iati(activity(`<sector code="14030"/>${POINT}<budget><value>about 9</value></budget>`)),
    )
    expect([vague.rows.projects?.[0]?.costUsd, codes(vague)]).toEqual([null, ['0 cost-unread']])
    expect([euros.rows.projects?.[0]?.costUsd, codes(euros)]).toEqual([null, ['0 currency-unread']])
  })

  it.each([
    ['11220', '', 'education'],
    ['122', '2', 'health'],
    ['14030', '1', 'water'],
    ['15130', '1', 'governance'],
    ['15250', '1', 'protection'],
    ['16020', '1', 'jobs'],
    ['21020', '1', 'roads'],
    ['31120', '1', 'jobs'],
    ['72040', '1', 'food'],
    ['11', '10', 'shelter'],
    ['99999', '1', null],
    ['11220', '99', null],
  ])('sector %s of vocabulary %j is %s', (code, vocabulary, sector) => {
    const attribute = vocabulary === '' ? '' : ` vocabulary="${vocabulary}"`
    const text = activity(`<sector code="${code}"${attribute}/>${POINT}`)
    const plan = planOf(iati(text.replace('Wells', 'Thing').replace('Puits', 'Thing')))
    expect(plan.rows.projects?.[0]?.sector ?? null).toBe(sector)
  })

  it('lie in all of their places, roughly, or in their area', () => {
    const second = POINT.replace('6.5 -8.5', '6.7 -8.5').replace('code="1"', 'code="2"')
    const named =
      '<location><name><narrative>Nimba County</narrative></name><administrative level="1" vocabulary="A1" code="LR12"/></location>'
    const water = '<sector code="14030"/>'
    const plan = planOf(
      iati(
        activity(water + POINT + second, 'A'),
        activity(water + second, 'B'),
        activity(water + named, 'C'),
        activity(water, 'D'),
        activity(water + POINT.replace('6.5', '96.5'), 'E'),
      ),
    )
    const [all, rough, county] = plan.rows.projects!
    expect(all!.position[1]).toBeCloseTo(6.6)
    expect(rough!.positionErrorMetres).toBe(25_000)
    expect(county!.position).toEqual([-8.5, 6.5])
    expect(county!.positionErrorMetres).toBeGreaterThan(70_000)
    expect(codes(plan)).toEqual(['null placed-by-name', '3 geometry-missing', '4 coordinate-range'])
  })

  it('of the first versions are read too', () => {
    const text =
      '<iati-activities version="1.04"><iati-activity><iati-identifier>X</iati-identifier><title>Clinic</title><activity-status code="1">Pipeline</activity-status><sector code="12220" vocabulary="DAC"/><location><coordinates latitude="6.5" longitude="-8.5" precision="1"/></location></iati-activity></iati-activities>'
    const [project] = planOf(text).rows.projects!
    expect([project?.name, project?.sector, project?.status, project?.position]).toEqual([
      'Clinic',
      'health',
      'planned',
      [-8.5, 6.5],
    ])
  })

  it('are refused without any, or with a document type', () => {
    const codeOf = (text: string) => readTables('a.xml', strToU8(text)).issues[0]?.code
    expect(codeOf(iati())).toBe('no-rows')
    expect(codeOf(`<!DOCTYPE x [<!ENTITY a "b">]>${iati(activity(POINT))}`)).toBe('xml-doctype')
  })
})

/** The ids of restrictions, without what tells senders apart, and until when they hold. */
const ends = ({ rows }: ReturnType<typeof planOf>) =>
  rows.restrictions?.map(({ id, validTo }) => [id.replace(/-[0-9a-f]{16}/, ''), validTo])

const SQUARE = '6.1,-8.9 6.1,-8.5 6.5,-8.5 6.5,-8.9 6.1,-8.9'
type AlertParts = {
  readonly id?: string
  readonly type?: string
  readonly status?: string
  readonly references?: string
  readonly sent?: string
  readonly severity?: string
  readonly area?: string
  readonly sender?: string
}
const alert = ({
  id = 'LR-1',
  type = 'Alert',
  status = 'Actual',
  references = '',
  sent = '2020-05-01T10:00:00+01:00',
  severity = 'Severe',
  area = `<polygon>${SQUARE}</polygon>`,
  sender = 'met@example.invalid',
}: AlertParts = {}) =>
  `<cap:alert xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"><cap:identifier>${id}</cap:identifier><cap:sender>${sender}</cap:sender><cap:sent>${sent}</cap:sent><cap:status>${status}</cap:status><cap:msgType>${type}</cap:msgType><cap:scope>Public</cap:scope><cap:references>${references}</cap:references>` +
  info('en', 'Flood Warning', severity, area) +
  info('fr', 'Alerte aux inondations', severity, area) +
  '</cap:alert>'
const info = (language: string, event: string, severity: string, area: string) =>
  `<cap:info><cap:language>${language}</cap:language><cap:category>Met</cap:category><cap:event>${event}</cap:event><cap:urgency>Expected</cap:urgency><cap:severity>${severity}</cap:severity><cap:certainty>Likely</cap:certainty><cap:onset>2020-05-01T12:00:00Z</cap:onset><cap:expires>2020-05-09T12:00:00Z</cap:expires><cap:senderName>Example Met Office</cap:senderName><cap:area><cap:areaDesc>Lowlands</cap:areaDesc>${area.replace(/<(\/?)/g, '<$1cap:')}</cap:area></cap:info>`
const feed = (...alerts: readonly string[]) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2">${alerts.map((text) => `<entry><content type="text/xml">${text}</content></entry>`).join('')}</feed>`

describe('CAP alerts', () => {
  it('become restrictions on their outlines, once whatever the languages', () => {
    const plan = planOf(alert())
    expect([plan.kind, plan.rowsRead, plan.issues]).toEqual(['restrictions', 1, []])
    expect(plan.rows.restrictions).toEqual([
      {
        id: expect.stringMatching(/^restriction-lr-1-[0-9a-f]{16}$/),
        name: 'Flood Warning, Lowlands',
        kind: 'flood',
        effect: { type: 'speedFactor', factor: 0.5 },
        severity: 2,
        validFrom: '2020-05-01T12:00:00Z',
        validTo: '2020-05-09T12:00:00Z',
        months: null,
        hours: null,
        shockId: null,
        confidenceShare: 0.8,
        source: 'Example Met Office',
        lastVerifiedAt: '2020-05-01T09:00:00Z',
        geometry: {
          type: 'area',
          polygon: [
            [
              [-8.9, 6.1],
              [-8.5, 6.1],
              [-8.5, 6.5],
              [-8.9, 6.5],
              [-8.9, 6.1],
            ],
          ],
        },
      },
    ])
  })

  it('close the ground where they are extreme, and lie in circles of kilometres', () => {
    const area = `<polygon>${SQUARE}</polygon><circle>6.7,-8.3 4.5</circle><circle>6.7 -8.3</circle>`
    const plan = planOf(alert({ severity: 'Extreme', area }))
    expect(plan.rows.restrictions?.map(({ effect }) => effect.type)).toEqual(['closed', 'closed'])
    expect(plan.rows.restrictions?.[1]?.geometry).toEqual({
      type: 'point',
      position: [-8.3, 6.7],
      radiusMetres: 4500,
    })
    expect(codes(plan)).toEqual(['2 coordinate-count'])
  })

  it('lie in the areas that their place codes name, or are refused', () => {
    const geocode = (value: string) =>
      `<geocode><valueName>P-code</valueName><value>${value}</value></geocode>`
    const plan = planOf(alert({ area: geocode('LR12') + geocode('XX99') }))
    expect(plan.rows.restrictions?.map(({ geometry }) => geometry)).toEqual([
      { type: 'area', polygon: COUNTY.outline[0] },
    ])
    expect(codes(plan)).toEqual(['null placed-by-name', '1 area-unknown'])
  })

  it('are ended by updates and cancellations, in one feed', () => {
    const reference = (id: string) => `met@example.invalid,${id},2020-05-01T10:00:00+01:00`
    const plan = planOf(
      feed(
        alert({ id: 'A' }),
        alert({
          id: 'B',
          type: 'Update',
          references: reference('A'),
          sent: '2020-05-03T00:00:00Z',
        }),
        alert({ id: 'C' }),
        alert({
          id: 'D',
          type: 'Cancel',
          references: reference('C'),
          sent: '2020-04-30T00:00:00Z',
        }),
        alert({ id: 'E', type: 'Cancel', references: reference('Z') }),
        alert({ id: 'F', status: 'Test' }),
        alert({ id: 'G', type: 'Ack' }),
        alert({ id: 'H', status: 'Exercise' }),
      ),
    )
    expect(ends(plan)).toEqual([
      ['restriction-a', '2020-05-03T00:00:00Z'],
      ['restriction-b', '2020-05-09T12:00:00Z'],
      ['restriction-c', '2020-05-01T12:00:00Z'],
      ['restriction-h', '2020-05-09T12:00:00Z'],
    ])
    expect(plan.rows.restrictions?.[3]?.name).toBe('EXERCISE: Flood Warning, Lowlands')
    expect(codes(plan)).toEqual(['4 alert-unknown', '5 alert-not-actual', '6 alert-type'])
    expect(plan.rowsAccepted).toBe(5)
  })

  it('are ended by a cancellation that comes later', () => {
    const { restrictions = [] } = planOf(alert({ id: 'A' })).rows
    const document = documentOf('test', { areas: [COUNTY], restrictions })
    const cancel = alert({
      id: 'B',
      type: 'Cancel',
      references: 'met@example.invalid,A,2020-05-01T10:00:00+01:00',
      sent: '2020-05-04T06:00:00Z',
    })
    const plan = planOf(cancel, document)
    expect([plan.rowsAccepted, plan.rows.restrictions?.[0]?.validTo]).toEqual([
      1,
      '2020-05-04T06:00:00Z',
    ])
  })

  it('are known by sender, identifier and sending time together', () => {
    const other = { id: 'A', sender: 'roads@example.invalid' }
    const reference = 'met@example.invalid,A,2020-05-01T10:00:00+01:00'
    const both = planOf(feed(alert({ id: 'A' }), alert(other)))
    expect([both.rowsAccepted, new Set(both.rows.restrictions?.map(({ id }) => id)).size]).toEqual([
      2, 2,
    ])
    const cancel = (parts: AlertParts) =>
      planOf(
        feed(
          alert({ id: 'A' }),
          alert(other),
          alert({ id: 'X', type: 'Cancel', sent: '2020-05-04T06:00:00Z', ...parts }),
        ),
      )
    const kept = ['restriction-a', '2020-05-09T12:00:00Z']
    const own = cancel({ references: reference })
    expect(ends(own)).toEqual([['restriction-a', '2020-05-04T06:00:00Z'], kept])
    const elsewhere = cancel({ references: reference.replace('10:00:00+01:00', '09:00:00Z') })
    expect(ends(elsewhere)).toEqual(ends(own))
    const foreign = cancel({ references: reference, sender: 'roads@example.invalid' })
    expect([ends(foreign), codes(foreign)]).toEqual([[kept, kept], ['2 alert-foreign']])
    const wrongTime = cancel({ references: reference.replace('10:00', '11:00') })
    expect([ends(wrongTime), codes(wrongTime)]).toEqual([[kept, kept], ['2 alert-unknown']])
    const twice = planOf(feed(alert({ id: 'A' }), alert({ id: 'A' })))
    expect([twice.rowsAccepted, codes(twice)]).toEqual([1, ['1 duplicate-row']])
  })

  it('of an update that names a foreign alert leave that one in force, and say so', () => {
    const plan = planOf(
      feed(
        alert({ id: 'A', sender: 'roads@example.invalid' }),
        alert({
          id: 'B',
          type: 'Update',
          references: 'roads@example.invalid,A,2020-05-01T10:00:00+01:00',
        }),
      ),
    )
    expect(ends(plan)?.[0]).toEqual(['restriction-a', '2020-05-09T12:00:00Z'])
    expect(codes(plan)).toEqual(['1 alert-foreign'])
  })

  it.each([
    ['all-clear', '<cap:urgency>', '<cap:responseType>AllClear</cap:responseType><cap:urgency>'],
    ['past', '<cap:urgency>Expected', '<cap:urgency>Past'],
    ['unlikely', '<cap:certainty>Likely', '<cap:certainty>Unlikely'],
  ])('that are %s end what they name, add nothing and are told', (_, was, becomes) => {
    const over = alert({
      id: 'B',
      type: 'Update',
      references: 'met@example.invalid,A,2020-05-01T10:00:00+01:00',
      sent: '2020-05-03T00:00:00Z',
    }).replaceAll(was, becomes)
    const plan = planOf(feed(alert({ id: 'A' }), over))
    expect(ends(plan)).toEqual([['restriction-a', '2020-05-03T00:00:00Z']])
    expect([plan.rowsAccepted, codes(plan)]).toEqual([2, ['1 alert-over']])
    const alone = planOf(over)
    expect([alone.rowsAccepted, codes(alone)]).toEqual([0, ['0 alert-unknown']])
  })

  it('keep the parts that are still in force beside those that are over', () => {
    const french = info('fr', 'Alerte aux inondations', 'Severe', `<polygon>${SQUARE}</polygon>`)
    const second = info('en', 'Storm', 'Severe', '<circle>6.7,-8.3 4.5</circle>')
    const plan = planOf(alert().replace(french, second.replace('Expected', 'Past')))
    expect([plan.rowsAccepted, plan.rowsRefused, codes(plan)]).toEqual([1, 1, ['1 alert-over']])
  })

  it('on a circle without a radius take the usual one, and say so', () => {
    const plan = planOf(alert({ area: '<circle>6.7,-8.3 0</circle>' }))
    expect(plan.rows.restrictions?.[0]?.geometry).toMatchObject({ radiusMetres: 500 })
    expect(plan.issues.map(({ message }) => message)).toEqual([
      'Alert 0: its radius "0" is none above 0; 500 m was taken.',
    ])
  })

  it('without an end hold on, and say so', () => {
    const plan = planOf(alert().replace(/<cap:expires>[^<]*<\/cap:expires>/g, ''))
    expect([ends(plan), codes(plan)]).toEqual([[['restriction-lr-1', null]], ['0 alert-endless']])
  })

  it('of a long chain of updates each end the one before', () => {
    const count = 5000
    const sent = (n: number) => new Date(Date.UTC(2020, 4, 1) + n * 60_000).toISOString()
    const chain = Array.from({ length: count }, (_, n) =>
      alert({
        id: `U${n}`,
        type: n === 0 ? 'Alert' : 'Update',
        sent: sent(n),
        references: n === 0 ? '' : `met@example.invalid,U${n - 1},${sent(n - 1)}`,
        area: '<circle>6.7,-8.3 4.5</circle>',
      }),
    )
    const plan = planOf(feed(...chain))
    const open = plan.rows.restrictions?.filter(({ validTo }) => validTo! > '2020-05-09')
    expect([plan.rowsAccepted, open?.length]).toEqual([count, 1])
  })

  it('that are not in the feed, or hide a trap, are refused', () => {
    const codeOf = (text: string) => readTables('a.xml', strToU8(text)).issues[0]?.code
    expect(codeOf(feed('<link href="https://example.invalid/1"/>'))).toBe('cap-index')
    expect(codeOf(`<!DOCTYPE alert [<!ENTITY a "b">]>${alert()}`)).toBe('xml-doctype')
    expect(codeOf(alert().slice(0, -20))).toBe('xml-syntax')
  })
})

describe('XML after any change', () => {
  const texts = [
    iati(activity(`<sector code="14030"/>${POINT}<budget><value>1</value></budget>`)),
    feed(alert(), alert({ id: 'B', type: 'Update', references: 's,LR-1,t' })),
  ]
  const edit = fc.tuple(
    fc.constantFrom(...texts),
    fc.array(
      fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', '<', '-', '9', ',', ' ', 'é', '\0')),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )

  it('is refused with a reason or makes only sound rows', () => {
    fc.assert(
      fc.property(edit, ([text, edits]) => {
        const changed = edits.reduce((before, [where, size, put]) => {
          const at = where % before.length
          return before.slice(0, at) + put + before.slice(at + size)
        }, text)
        const read = readTables('a.xml', strToU8(changed))
        if (!read.ok) {
          expect(read.issues.length).toBeGreaterThan(0)
          return
        }
        const { rows, rowsRead, rowsAccepted, rowsRefused } = planOf(changed)
        expect(rowsAccepted + rowsRefused).toBe(rowsRead)
        for (const row of rows.projects ?? []) {
          expect(TABLES.projects.safeParse(row).error).toBeUndefined()
        }
        for (const row of rows.restrictions ?? []) {
          expect(TABLES.restrictions.safeParse(row).error).toBeUndefined()
        }
      }),
      { numRuns: 600 },
    )
  })
})
