import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { emptyDocument } from '#core/document.ts'
import { platoonsOf } from '#formats/import/kinds/geopko-elements.ts'
import { planImport } from '#formats/import/plan-import.ts'
import { readTables } from '#formats/registry.ts'

const HEADINGS =
  'mission,year,month,location,latitude,longitude,battalion,company,platoon,no.troops,inf,inf.no,fpu,fpu.no,eng,med,avia,sig,trans,unmo.dummy,hq,nameoftcc_1'

function deployments(rows: readonly string[]) {
  const read = readTables('maps.csv', strToU8([HEADINGS, ...rows].join('\n')))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  const plan = planImport(read.value[0]!, {
    document: emptyDocument('maps'),
    theatre: null,
    isSwapped: false,
    now: '2020-01-01T00:00:00Z',
    fileHash: null,
  })
  return { plan, bases: plan.rows.bases ?? [], units: plan.rows.units ?? [] }
}

const COMPANY = '0,1,0,150,1,150,0,0,0,0,0,0,0,0,0,Ghana'

describe('deployment maps', () => {
  it('lets a unit stand until the map that shows something else, the last one for a year', () => {
    const { plan, bases, units } = deployments([
      `UNMIL,2005,3,Ganta,7.2,-9,${COMPANY}`,
      `UNMIL,2005,6,Ganta,7.2,-9,${COMPANY}`,
      'UNMIL,2005,8,Ganta,7.2,-9,0,0,1,35,1,35,0,0,0,0,0,0,0,0,0,Ghana',
      `UNMIL,2005,8,Harper,4.4,-7.7,${COMPANY}`,
    ])
    expect(plan.kind).toBe('deployments')
    expect(
      units.map((unit) => [unit.baseId, unit.strengthCount, unit.validFrom, unit.validTo]),
    ).toEqual([
      ['base-ganta', 150, '2005-03-01T00:00:00Z', '2005-08-01T00:00:00Z'],
      ['base-ganta', 35, '2005-08-01T00:00:00Z', '2006-08-01T00:00:00Z'],
      ['base-harper', 150, '2005-08-01T00:00:00Z', '2006-08-01T00:00:00Z'],
    ])
    expect(bases.map((base) => [base.id, base.kind, base.validFrom, base.validTo])).toEqual([
      ['base-ganta', 'cob', '2005-03-01T00:00:00Z', '2006-08-01T00:00:00Z'],
      ['base-harper', 'cob', '2005-08-01T00:00:00Z', '2006-08-01T00:00:00Z'],
    ])
  })

  it('ends a unit where a map leaves the place out', () => {
    const { units } = deployments([
      `UNMIL,2005,3,Ganta,7.2,-9,${COMPANY}`,
      `UNMIL,2005,6,Harper,4.4,-7.7,${COMPANY}`,
      `UNMIL,2005,8,Ganta,7.2,-9,${COMPANY}`,
    ])
    const ganta = units.filter(({ baseId }) => baseId === 'base-ganta')
    expect(
      ganta.map(({ validFrom, validTo }) => [validFrom?.slice(0, 7), validTo?.slice(0, 7)]),
    ).toEqual([
      ['2005-03', '2005-06'],
      ['2005-08', '2006-08'],
    ])
  })

  it('keeps an unknown strength unknown and two spellings of one place together', () => {
    const { bases, units } = deployments([
      'UNMIL,2005,3,Kle,7.2,-9,0,0,0,,0,0,1,,0,0,0,0,0,0,0,Nepal',
      'UNMIL,2005,6,Klay,7.2,-9,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0,',
    ])
    expect(bases.map(({ name }) => name)).toEqual(['Klay'])
    expect(
      units.map(({ kind, strengthCount, elements }) => [kind, strengthCount, elements]),
    ).toEqual([
      ['fpu', null, []],
      ['observers', null, []],
    ])
  })

  it('counts platoons by battalions, companies and platoons', () => {
    expect(platoonsOf(35, 0)).toBe(1)
    expect(platoonsOf(150, 0)).toBe(4)
    expect(platoonsOf(185, 0)).toBe(5)
    expect(platoonsOf(650, 1)).toBe(16)
    expect(platoonsOf(800, 1)).toBe(16)
    expect(platoonsOf(950, 1)).toBe(20)
    expect(platoonsOf(1300, 2)).toBe(32)
    expect(platoonsOf(300, 1)).toBe(8)
  })
})
