import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportLayers } from '#formats/export/plan-export.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readFile } from '#formats/read-file.ts'
import { readTables } from '#formats/registry.ts'
import { aBase, aBox, aControlMeasure, anOperation, aUnit, aZone } from '#support/build.ts'

const NOW = '2026-11-26T01:40:00Z'
const SECTOR = aZone({ id: 'sector', name: 'West', unitIds: ['unit-1'], baseId: 'base-1' })
const AOR = aZone({
  id: 'aor',
  name: 'Bong',
  kind: 'aor',
  parentId: 'sector',
  outline: aBox([-9.2, 6.5]),
})
const DOCUMENT = anOperation({
  bases: [aBase()],
  units: [aUnit()],
  zones: [SECTOR, AOR],
  controlMeasures: [aControlMeasure()],
})

function read(text: string, document = DOCUMENT) {
  const tables = readTables('m.csv', strToU8(text))
  if (!tables.ok) throw new Error(tables.issues[0]?.message)
  const context = { document, theatre: null, isSwapped: false, now: NOW, fileHash: null }
  return planImport(tables.value[0]!, context)
}

const HEAD = 'measure_name,measure_kind,coa,radii_m,wkt\n'
const measures = (lines: string) => read(HEAD + lines)

describe('control measures from a file', () => {
  it('are lines, and rings about points', () => {
    const plan = measures(
      'PL IRON,phase line,coa-1,,"LINESTRING (-9.5 6.5, -9.4 6.6)"\nGuns,rangeRings,coa-1,5000; 12500.5,POINT (-9.5 6.5)\n',
    )
    expect([plan.kind, plan.issues]).toEqual(['controlMeasures', []])
    expect(plan.rows.controlMeasures).toMatchObject([
      {
        name: 'PL IRON',
        kind: 'phaseLine',
        geometry: {
          type: 'line',
          line: [
            [-9.5, 6.5],
            [-9.4, 6.6],
          ],
        },
      },
      {
        name: 'Guns',
        geometry: { type: 'rings', centre: [-9.5, 6.5], radiiMetres: [5000, 12500.5] },
      },
    ])
  })

  it.each([
    ['A,fire line,coa-1,,"LINESTRING (-9.5 6.5, -9.4 6.6)"', /"fire line" is no kind/],
    ['A,phaseLine,coa-1,,POINT (-9.5 6.5)', /range rings need their radii/],
    ['A,rangeRings,coa-1,5000; -1,POINT (-9.5 6.5)', /range rings need their radii/],
    ['A,phaseLine,coa-1,500,POINT (-9.5 6.5)', /needs a line, not rings/],
    ['A,axis,coa-1,,"LINESTRING (-9.5 6.5, -9.5 6.5)"', /no length/],
    ['A,axis,coa-9,,"LINESTRING (-9.5 6.5, -9.4 6.5)"', /no course of action/],
    [',axis,coa-1,,"LINESTRING (-9.5 6.5, -9.4 6.5)"', /no name/],
  ])('that cannot be are refused: %s', (line, why) => {
    const plan = measures(line)
    expect(plan.rows.controlMeasures ?? []).toEqual([])
    expect(plan.issues.map(({ message }) => message).join(' ')).toMatch(why)
  })
})

describe('what zones belong with', () => {
  const zones = (lines: string, document = DOCUMENT) =>
    read(`cg_id,zone_name,zone_kind,coa,lies_in,zone_base,zone_units,wkt\n${lines}`, document)
  const box = (west: number) =>
    `"POLYGON ((${west} 6, ${west + 0.1} 6, ${west + 0.1} 6.1, ${west} 6))"`

  it('may be in the same file, in any order', () => {
    const plan = zones(
      `b,Inner,aor,coa-1,a,base-1,,${box(-9)}\na,Outer,sector,coa-1,,,,${box(-9)}\n`,
    )
    expect(plan.issues).toEqual([])
    expect(plan.rows.zones).toMatchObject([
      { id: 'b', parentId: 'a', baseId: 'base-1' },
      { id: 'a', parentId: null },
    ])
  })

  it('is left out and told where it is not there, or answers elsewhere', () => {
    const plan = zones(`a,Outer,sector,coa-1,aor,base-9,unit-1; unit-9,${box(-9)}\n`)
    expect(plan.rows.zones).toMatchObject([{ parentId: null, baseId: null, unitIds: [] }])
    const told = plan.issues.map(({ code }) => code).sort()
    expect(told).toEqual([
      'base-unknown',
      'zone-parent-unknown',
      'zone-unit-unknown',
      'zone-unit-unknown',
    ])
  })

  it('stays where a file has no such columns', () => {
    const plan = read(`cg_id,zone_name,zone_kind,coa,wkt\nsector,West,sector,coa-1,${box(-9)}\n`)
    expect(plan.rows.zones).toMatchObject([{ id: 'sector', unitIds: ['unit-1'], baseId: 'base-1' }])
  })
})

describe('the ground of zones from a file', () => {
  const LOCKED = anOperation({ zones: [{ ...SECTOR, unitIds: [], baseId: null, isLocked: true }] })
  const HEADINGS = 'cg_id,zone_name,zone_kind,coa,lies_in,wkt\n'
  const square = (west: number, size = 0.2) => {
    const [ring] = aBox([west, 6.5], size)
    return `"POLYGON ((${ring!.map(([lon, lat]) => `${lon} ${lat}`).join(', ')}))"`
  }
  const told = (lines: string, document = LOCKED) => {
    const plan = read(HEADINGS + lines, document)
    const rows = (plan.rows.zones ?? []).map((row) => [row.id, 'parentId' in row && row.parentId])
    return { rows, codes: plan.issues.map(({ code }) => code), plan }
  }

  it('of a locked zone is never moved', () => {
    const moved = told(`sector,West,sector,coa-1,,${square(-9.4)}\n`)
    expect([moved.rows, moved.codes]).toEqual([[], ['zone-locked']])
    expect(moved.plan.issues[0]?.message).toMatch(
      /would change the ground of West, which is locked/,
    )
    const same = told(`sector,West,sector,coa-1,,${square(-9.5)}\n`)
    expect(same.rows).toEqual([['sector', null]])
    expect(same.codes.filter((code) => code.startsWith('zone-'))).toEqual([])
    expect(same.plan.rows.zones).toMatchObject([{ isLocked: true }])
    const other = told(`sector,East,sector,coa-1,,${square(-9.4)}\n`)
    expect([other.rows, other.codes]).toEqual([[['sector-2', null]], ['zone-overlap']])
  })

  it('comes in and is told where another of its kind has it, a pair once', () => {
    const over = told(
      `a,A,sector,coa-1,,${square(-9.4)}\nb,B,sector,coa-1,,${square(-9.25)}\nc,C,aor,coa-1,,${square(-9.4)}\n`,
    )
    expect(over.rows.map(([id]) => id)).toEqual(['a', 'b', 'c'])
    expect(over.codes).toEqual(['zone-overlap', 'zone-overlap'])
    expect(told(`a,A,sector,coa-1,,${square(-9.3)}\n`).codes).toEqual([])
    expect(told(`a,A,sector,baseline,,${square(-9.4)}\n`).codes).not.toContain('zone-overlap')
  })

  it('is told where it reaches out of its parent, and has none where it lies elsewhere', () => {
    const lies = told(
      `in,In,aor,coa-1,sector,${square(-9.5, 0.1)}\nout,Out,aor,coa-1,sector,${square(-9.35)}\nfar,Far,aor,coa-1,sector,${square(-8)}\n`,
    )
    expect(lies.rows).toEqual([
      ['in', 'sector'],
      ['out', 'sector'],
      ['far', null],
    ])
    expect([...lies.codes].sort()).toEqual(['zone-outside-parent', 'zone-parent-elsewhere'])
  })
})

describe('what others than planners are given', () => {
  it.each([
    ['moderate', false],
    ['high', true],
  ] as const)('of label %s: units named and control measures %s', async (audience, isTold) => {
    const contents = { document: DOCUMENT, columns: new Map() }
    const wish = { layers: ['zones', 'controlMeasures'], format: 'geojson', audience, now: NOW }
    const written = await exportLayers({ contents, scenarioId: 'coa-1' }, wish)
    if (!written.ok) throw new Error(written.issues[0]?.message)
    const tables = await readFile(`out${written.value.ending}`, written.value.bytes)
    if (!tables.ok) throw new Error(tables.issues[0]?.message)
    const text = JSON.stringify(tables.value)
    expect(text).toContain('West')
    expect(text.includes('unit-1')).toBe(isTold)
    expect(text.includes('PL IRON')).toBe(isTold)
  })
})
