import { describe, expect, it } from 'vitest'
import { documentOf } from '#core/document.ts'
import { holds } from '#core/geo/polygon.ts'
import type { MultiPolygon } from '#core/place.ts'
import type { Area } from '#core/records/area.ts'
import { positionIn } from '#formats/import/gazetteer/area-position.ts'
import { planOfText } from './plan-of-text.ts'

const square = (west: number, south: number, size: number): MultiPolygon => [
  [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
]
const area = (id: string, name: string, level: number, outline: MultiPolygon): Area => ({
  id,
  name,
  level,
  placeCode: id,
  parentId: null,
  aliases: [],
  outline,
  populationCount: null,
})
const DOCUMENT = documentOf('test', {
  areas: [
    area('LR12', 'Nimba', 1, square(-9, 6, 1)),
    area('LR1201', 'Sanniquellie', 2, square(-9, 6, 0.5)),
  ],
})

const planOf = (text: string, document = DOCUMENT) => planOfText('a.csv', text, document)

describe('tables of who does what where', () => {
  it.each([
    [
      'HXL',
      'Who,What,Activity,Where,District,Status,Reached,From\n#org,#sector,#activity,#adm1+name,#adm2+code,#status,#reached,#date+start\n',
    ],
    [
      'English',
      'Organisation,Sector/Cluster,Activity,Admin 1 Name,Admin 2 Pcode,Status,People reached,Start Date\n',
    ],
    [
      'French',
      'Organisation,Secteur,Activité,Niveau admin 1,Code admin2,Statut,Bénéficiaires,Date de début\n',
    ],
    [
      'Spanish',
      'Organización,Clúster,Actividad,Nivel admin 1,Código municipio,Estado,Beneficiarios,Fecha de inicio\n',
    ],
  ])('by headings in %s', (_, headings) => {
    const plan = planOf(
      `${headings}Example Relief,WASH,Hand pumps,Nimba,LR1201,Ongoing,400,2020-01-15\n`,
    )
    expect(plan.kind).toBe('projects')
    expect(plan.issues.map(({ code }) => code)).toEqual(['placed-by-name'])
    expect(plan.rows.projects).toEqual([
      {
        id: 'project-hand-pumps-lr1201',
        name: 'Hand pumps',
        sector: 'water',
        kind: 'partner',
        status: 'active',
        organisation: 'Example Relief',
        position: [-8.75, 6.25],
        positionErrorMetres: expect.any(Number),
        costUsd: null,
        beneficiaryCount: 400,
        startsAt: '2020-01-15T00:00:00Z',
        endsAt: null,
      },
    ])
    expect(plan.rows.projects![0]!.positionErrorMetres).toBeCloseTo(39_000, -3)
  })

  it('are named by who and what, and lie in the smallest area that is known', () => {
    const { rows, issues } = planOf(
      'org,cluster,admin1name,admin2name,beneficiaries_f,beneficiaries_m\n' +
        'One,Food Security,Nimba,Sanniquellie,10,20\nOne,Protection,Nimba,Elsewhere,,\n' +
        'Two,Health,Bong,,,\nThree,Logistics,Nimba,,,\nFour,Fine arts,Nimba,,,\n',
    )
    expect(
      rows.projects?.map(({ name, sector, beneficiaryCount }) => [name, sector, beneficiaryCount]),
    ).toEqual([
      ['One: Food Security', 'food', 30],
      ['One: Protection', 'protection', null],
      ['Three: Logistics', 'other', null],
    ])
    const errors = rows.projects?.map(({ positionErrorMetres }) => positionErrorMetres ?? 0) ?? []
    expect(errors[1]! / errors[0]!).toBeCloseTo(2, 1)
    expect(issues.map(({ line, code }) => `${line} ${code}`)).toEqual([
      'null placed-by-name',
      '4 area-unknown',
      '6 sector-unknown',
    ])
  })

  it('may have one project in several places, and positions beside areas', () => {
    const { rows, issues } = planOf(
      'project id,project,sector,status,admin1name,admin2name,lat,lon\n' +
        'P1,Wells,WASH,ongoing,Nimba,,,\nP1,Wells,WASH,ongoing,Nimba,Sanniquellie,,\n' +
        'P2,School,Education,planned,Nimba,,6.5,-8.5\nP2,School,Education,planned,Nimba,,6.5,-8.5\n',
    )
    expect(rows.projects?.map(({ id }) => id)).toEqual([
      'project-wells-lr12',
      'project-wells-lr1201',
      'project-school',
    ])
    expect(rows.projects?.map(({ positionErrorMetres }) => positionErrorMetres === null)).toEqual([
      false,
      false,
      true,
    ])
    expect(issues.map(({ code }) => code)).toEqual(['placed-by-name', 'duplicate-row'])
  })

  it('believe a grid reference before the county beside it, and a name where a code is not known', () => {
    const { rows } = planOf(
      'project,sector,status,mgrs,admin1pcod,admin1name\nWell,water,active,29NNG 3 4,LR12,Nimba\n' +
        'School,education,active,,LBR12,Nimba\n',
    )
    const [exact, loose] = rows.projects!
    expect([exact!.positionErrorMetres, loose!.position]).toEqual([7072, [-8.5, 6.5]])
  })

  it('wait for the areas', () => {
    const plan = planOf('org,sector,admin1name\nOne,Health,Nimba\n', documentOf('empty', {}))
    expect(plan.issues[0]?.message).toContain('import the areas first')
  })
})

describe('the position that stands for an area', () => {
  it.each<[string, MultiPolygon]>([
    ['a square', square(-9, 6, 1)],
    [
      'a horseshoe',
      [
        [
          [
            [0, 0],
            [3, 0],
            [3, 3],
            [2, 3],
            [2, 1],
            [1, 1],
            [1, 3],
            [0, 3],
            [0, 0],
          ],
        ],
      ],
    ],
    ['islands', [...square(0, 0, 0.1), ...square(1, 1, 0.5)]],
    ['a square with a hole', [[...square(0, 0, 3)[0]!, ...square(1, 1, 1)[0]!]]],
  ])('lies inside %s', (_, outline) => {
    const { position, errorMetres } = positionIn({ outline })
    expect(holds(outline, position)).toBe(true)
    expect(errorMetres).toBeGreaterThan(0)
  })
})
