import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import type { ImportContext } from '#formats/import/kind.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readTables } from '#formats/registry.ts'
import { anOperation } from '#support/build.ts'

const CONTEXT: ImportContext = {
  document: anOperation(),
  theatre: { extentDegrees: [-9.6, 6.4, -9, 7], outlines: [] },
  isSwapped: false,
  now: '2026-11-26T00:00:00Z',
  fileHash: null,
}

function told({ issues }: ReturnType<typeof planOf>) {
  const mattering = issues.filter(({ code }) => code !== 'placed-by-name')
  return mattering.map(({ line, code }) => `${line} ${code}`).sort()
}

function planOf(text: string) {
  const read = readTables('voice.csv', strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return planImport(read.value[0]!, CONTEXT)
}

describe('engagements', () => {
  it('come in English', () => {
    const plan = planOf(
      'Date of meeting,Community,With whom,Participants,Women,Topic,Status,Follow up,Summary\n' +
        "2026-11-02,Market Town,Women's association,40,38,Land dispute,follow-up due,2026-12-02,They ask for lights\n" +
        '2026-12-09,Market Town,Youth,,,Security,,,\n' +
        '2026-11-03,Market Town,Elders,5,9,Water point,held,,Ring +231 77 123 4567\n' +
        ',Market Town,Elders,5,,,held,,\n',
    )
    expect(plan.kind).toBe('engagements')
    expect(plan.rows.engagements).toEqual([
      {
        id: 'engagement-2026-11-02-town-1-women',
        heldAt: '2026-11-02T00:00:00Z',
        communityId: 'town-1',
        areaId: 'area-1',
        withWhom: 'women',
        participantCount: 40,
        womenCount: 38,
        topic: 'land',
        status: 'followUpDue',
        followUpAt: '2026-12-02T00:00:00Z',
        summary: 'They ask for lights',
      },
      expect.objectContaining({ withWhom: 'youth', status: 'planned', participantCount: null }),
      expect.objectContaining({ withWhom: 'localLeaders', womenCount: null, summary: '' }),
    ])
    expect(told(plan)).toEqual(['4 contact-quarantined', '4 women-count', '5 date-missing'])
    expect(JSON.stringify(plan.rows)).not.toContain('123')
  })

  it('come in French', () => {
    const plan = planOf(
      'Date de la réunion;Localité;Groupe rencontré;Nombre de participants;Dont femmes;Sujet;Statut;Résumé\n' +
        '02/11/2026;Market Town;Jeunes;25;10;Foncier;Tenue;\n' +
        '13/11/2026;Market Town;Personnes déplacées;60;33;Indemnisation;Clôturée;\n',
    )
    expect(plan.kind).toBe('engagements')
    expect(
      plan.rows.engagements?.map((row) => [row.withWhom, row.topic, row.status, row.womenCount]),
    ).toEqual([
      ['youth', 'land', 'held', 10],
      ['displaced', 'compensation', 'closed', 33],
    ])
  })

  it('keep no position finer than a community', () => {
    const plan = planOf(
      'date,with whom,topic,latitude,longitude\n' +
        '2026-11-02,women,security,6.60123,-9.30234\n' +
        '2026-11-02,youth,security,6.951,-9.551\n',
    )
    expect(plan.rows.engagements?.map(({ communityId, areaId }) => [communityId, areaId])).toEqual([
      ['town-1', 'area-1'],
      [null, 'area-1'],
    ])
    expect(JSON.stringify(plan.rows)).not.toMatch(/6\.6|9\.30|6\.95/)
    expect(plan.issues.map(({ code }) => code)).toEqual(['position-coarsened'])
  })
})

describe('grievances', () => {
  it('come in English, and cases to protect are known by their words', () => {
    const plan = planOf(
      'Date raised,Community,Topic of grievance,Raised by,Status,Date answered,Received via,Summary\n' +
        '2026-10-13,Market Town,Land,Youth,open,,Hotline,\n' +
        '2026-10-14,Market Town,Conduct of soldiers,Women,resolved,2026-10-20,CLA,\n' +
        '2026-10-15,Market Town,Security,Women,referred,,meeting,Two cases of GBV at the well\n' +
        '2026-10-16,Market Town,Security,Women,referred,2026-10-01,meeting,\n',
    )
    expect(plan.kind).toBe('grievances')
    expect(
      plan.rows.grievances?.map((row) => [
        row.topic,
        row.status,
        row.respondedAt?.slice(0, 10) ?? null,
        row.via,
        row.isProtectedCase,
      ]),
    ).toEqual([
      ['land', 'open', null, 'hotline', false],
      ['conductOfForces', 'resolved', '2026-10-20', 'liaisonAssistant', false],
      ['security', 'referred', null, 'meeting', true],
      ['security', 'referred', null, 'meeting', false],
    ])
    expect(told(plan)).toEqual(['4 protected-case', '5 date-order'])
  })

  it('come in French', () => {
    const plan = planOf(
      'Date de la plainte;Localité;Objet de la plainte;Déposée par;Statut;Date de réponse;Canal;Cas protégé\n' +
        '13/10/2026;Market Town;Droits humains;Femmes;Ouverte;;Numéro vert;oui\n' +
        '15/10/2026;Market Town;Accès à l’eau;Chefs coutumiers;En cours;20/10/2026;Partenaire;non\n',
    )
    expect(plan.kind).toBe('grievances')
    expect(
      plan.rows.grievances?.map((row) => [
        row.topic,
        row.raisedBy,
        row.status,
        row.via,
        row.isProtectedCase,
      ]),
    ).toEqual([
      ['humanRights', 'women', 'open', 'hotline', true],
      ['services', 'localLeaders', 'inProgress', 'partner', false],
    ])
  })
})

describe('what engagements and grievances say', () => {
  const grieved = (columns: string, ...lines: string[]) =>
    planOf(`date raised,community,topic of grievance,raised by,${columns}\n${lines.join('\n')}\n`)
  const met = (columns: string, ...lines: string[]) =>
    planOf(`date of meeting,community,with whom,topic,${columns}\n${lines.join('\n')}\n`)
  const CASE = '2026-10-13,Market Town,Land,Youth'

  it.each([
    ['Unresolved', 'open'],
    ['Not resolved', 'open'],
    ['non résolu', 'open'],
    ['unsolved', 'open'],
    ['sin resolver', 'open'],
    ['Not closed', 'open'],
    ['In progress - not resolved', 'inProgress'],
    ['Resolved', 'resolved'],
    ['resuelta', 'resolved'],
  ])('a grievance that is "%s" is %s', (text, status) => {
    const plan = grieved('status', `${CASE},${text}`)
    expect(plan.rows.grievances?.map((row) => row.status)).toEqual([status])
    expect(told(plan)).toEqual([])
  })

  it.each([
    ['Not held', null, 'planned'],
    ['incomplete', null, 'planned'],
    ['Cancelled', null, null],
    ['Postponed', null, 'planned'],
    ['annulée', null, null],
    ['reportée', null, 'planned'],
    ['Did not take place', null, 'planned'],
    ['no follow-up needed', 'held', 'planned'],
    ['Held; follow-up not needed', 'held', 'held'],
    ['follow-up due', 'followUpDue', 'followUpDue'],
    ['Not closed', 'held', 'planned'],
    ['held - no issues', 'held', 'held'],
  ])('a meeting that is "%s" is %s if past, %s if ahead', (text, past, ahead) => {
    const plan = met(
      'status',
      `2026-11-02,Market Town,Women,Land,${text}`,
      `2026-12-09,Market Town,Youth,Land,${text}`,
    )
    const rows = (plan.rows.engagements ?? []).map((row) => row.status)
    expect(rows).toEqual([past, ahead].filter((status) => status !== null))
    const refused = [past === null ? ['2 not-held'] : [], ahead === null ? ['3 not-held'] : []]
    expect(told(plan)).toEqual(refused.flat())
  })

  it('warns of a status that is not known', () => {
    expect(told(grieved('status', `${CASE},purple`))).toEqual(['2 status-unknown'])
    expect(told(met('status', '2026-11-02,Market Town,Women,Land,purple'))).toEqual([
      '2 status-unknown',
    ])
  })

  it('words of a protected case weigh more than a column, and only its county is kept', () => {
    const plan = grieved(
      'summary,protected case',
      `${CASE},A girl was abducted,no`,
      `${CASE},A wall,yes`,
      `${CASE},A school for girls,no`,
    )
    expect(
      plan.rows.grievances?.map((row) => [row.isProtectedCase, row.communityId, row.areaId]),
    ).toEqual([
      [true, null, 'area-1'],
      [true, null, 'area-1'],
      [false, 'town-1', 'area-1'],
    ])
    const hidden = plan.rows.grievances?.filter((row) => row.isProtectedCase)
    expect(JSON.stringify(hidden)).not.toContain('town-1')
  })

  it('an id by which somebody could be found is not kept', () => {
    const plan = grieved('case id', `${CASE},0777-123-456`, `${CASE},GRV-2026-0001`)
    expect(plan.rows.grievances?.map(({ id }) => id)).toEqual([
      'grievance-2026-10-13-town-1-youth-land',
      'grievance-grv-2026-0001',
    ])
    expect(told(plan)).toEqual(['2 contact-quarantined'])
    const meetings = met('meeting id', '2026-11-02,Market Town,Women,Land,0777-123-456')
    expect(JSON.stringify([meetings.rows, meetings.issues])).not.toContain('0777')
  })

  it('two grievances of one day, place and group are two by topic and by way', () => {
    const plan = grieved(
      'via',
      `${CASE},hotline`,
      `${CASE},meeting`,
      `${CASE.replace('Land', 'Water')},meeting`,
    )
    expect(plan.rows.grievances?.map(({ id }) => id)).toEqual([
      'grievance-2026-10-13-town-1-youth-land-hotline',
      'grievance-2026-10-13-town-1-youth-land-meeting',
      'grievance-2026-10-13-town-1-youth-services-meeting',
    ])
  })

  it('a district is taken to its county', () => {
    const [county] = CONTEXT.document.tables.areas.values()
    const district = { ...county!, id: 'district-1', name: 'Low', level: 2, parentId: 'area-1' }
    const document = anOperation({ areas: [county!, district] })
    const read = readTables(
      'a.csv',
      strToU8('date,area id,with whom,topic\n2026-11-02,district-1,Women,Land\n'),
    )
    if (!read.ok) throw new Error(read.issues[0]?.message)
    const [row] = planImport(read.value[0]!, { ...CONTEXT, document }).rows.engagements ?? []
    expect(row?.areaId).toBe('area-1')
  })
})

describe('protected cases without ids', () => {
  type Case = { readonly day: string; readonly place: string; readonly summary: string }
  const HEADINGS = 'date raised,community,topic of grievance,raised by,protected case,summary'
  /** Imports files one after another, each against what the ones before left. */
  const importing = (files: readonly (readonly [name: string, cases: readonly Case[]])[]) => {
    const rows = new Map(CONTEXT.document.tables.grievances)
    for (const [name, cases] of files) {
      const lines = cases.map(
        ({ day, place, summary }) => `${day},${place},Security,Women,yes,${summary}`,
      )
      const read = readTables(name, strToU8([HEADINGS, ...lines, ''].join('\n')))
      if (!read.ok) throw new Error(read.issues[0]?.message)
      const document = { ...CONTEXT.document, tables: { ...CONTEXT.document.tables } }
      document.tables.grievances = new Map(rows)
      const plan = planImport(read.value[0]!, { ...CONTEXT, document })
      expect(plan.rows.grievances?.length).toBe(cases.length)
      for (const row of plan.rows.grievances ?? []) rows.set(row.id, row)
    }
    return [...rows.values()]
  }
  const caseOf = (tag: string) =>
    fc.record({
      day: fc.constantFrom('2026-10-13', '2026-10-14'),
      place: fc.constantFrom('Market Town', 'Alpha'),
      summary: fc.constantFrom('', `first of ${tag}`, `second of ${tag}`),
    })
  const file = (tag: string) => fc.array(caseOf(tag), { minLength: 1, maxLength: 6 })

  it('are all kept, and replaced by the same file in whatever order its rows are', () => {
    fc.assert(
      fc.property(file('a'), file('b'), (a, b) => {
        const once = importing([
          ['a.csv', a],
          ['b.csv', b],
        ])
        const again = importing([
          ['a.csv', a],
          ['b.csv', b],
          ['a.csv', [...a].reverse()],
          ['b.csv', b],
        ])
        expect(once.length).toBe(a.length + b.length)
        expect(again.length).toBe(once.length)
        expect(again.map(({ summary }) => summary).sort()).toEqual(
          once.map(({ summary }) => summary).sort(),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('come again in a longer register without being doubled, where a text tells them apart', () => {
    const one = { day: '2026-10-13', place: 'Market Town', summary: 'at the well' }
    const two = { ...one, summary: 'on the way to school' }
    expect(
      importing([
        ['october.csv', [one]],
        ['november.csv', [two, one]],
      ]).map(({ summary }) => summary),
    ).toEqual(['at the well', 'on the way to school'])
  })
})

it('surveys tell women and men apart, and are then kept closer', () => {
  const plan = planOf(
    'county,date,n,feel_safe,sex\nAlpha,2026-10-22,400,0.6,\nAlpha,2026-10-22,200,0.4,Female\nAlpha,2026-10-22,200,0.8,M\nAlpha,2026-10-22,9,0.8,Martians\n',
  )
  const [batch] = plan.batches
  expect([plan.kind, batch?.dataset.sensitivity]).toEqual(['surveys', 'high'])
  const group = categoriesOf(batch!.columns, 'group')
  expect([0, 1, 2].map((row) => labelAt(group, row))).toEqual([null, 'women', 'men'])
  expect(told(plan)).toEqual(['5 group-unknown'])
})

it('surveys know youth in several languages, in a column of sex or of age', () => {
  const youth = ['Youth', 'jeunes', 'jóvenes', 'jovens', 'الشباب', '18-35', '15–24', 'Young people']
  const lines = youth.map((word) => `Alpha,2026-10-22,50,0.6,,${word}\n`).join('')
  const plan = planOf(
    `county,date,n,feel_safe,sex,age_group\n${lines}Alpha,2026-10-22,50,0.6,all,all\nAlpha,2026-10-22,50,0.6,women,youth\nAlpha,2026-10-22,50,0.6,women,\nAlpha,2026-10-22,50,0.6,,60+\n`,
  )
  const group = categoriesOf(plan.batches[0]!.columns, 'group')
  const found = Array.from({ length: group.codes.length }, (_, row) => labelAt(group, row))
  expect(found).toEqual([...youth.map(() => 'youth'), null, 'women'])
  expect(told(plan)).toEqual(['11 group-unknown', '13 group-unknown'])
})

it('signals come in English and French, apart from surveys', () => {
  for (const text of [
    'county,date,topic,number of posts,negative share,network coverage\nAlpha,2026-11-02,security,40,55 %,good\nAlpha,2026-11-03,land,,,none\n',
    'comté;date;sujet;nombre de messages;part négative;couverture réseau\nAlpha;22/11/2026;sécurité;40;55 %;bonne\n',
  ]) {
    const plan = planOf(text)
    expect(plan.kind).toBe('signals')
    const [batch] = plan.batches
    expect([batch?.dataset.kind, batch?.dataset.sensitivity]).toEqual(['signals', 'high'])
    expect(plan.rowsAccepted).toBe(1)
    const row = ['volumeCount', 'negativeShare'].map((field) => numbersOf(batch!.columns, field)[0])
    expect(row).toEqual([40, 0.55])
    expect(labelAt(categoriesOf(batch!.columns, 'topic'), 0)).toBe('security')
    expect(labelAt(categoriesOf(batch!.columns, 'coverage'), 0)).toBe('good')
  }
})

it.each([
  ['date,location,type,topic,status,source\n2026-10-13,Market Town,theft,x,open,y\n', 'incidents'],
  ['project,sector,status,community\nClinic roof,Health,active,Market Town\n', 'projects'],
])('%j is about %s still', (text, kind) => {
  expect(planOf(text).kind).toBe(kind)
})
