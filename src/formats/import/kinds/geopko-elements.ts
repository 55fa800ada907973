import type { Unit } from '#core/records/unit.ts'
import type { RawRecord } from '../../raw-table.ts'
import type { Sheet } from '../sheet.ts'

type Elements = Unit['elements']

const PLATOONS_A_BATTALION = 16
const PLATOONS_A_COMPANY = 4
const VEHICLES_A_PLATOON = 3

/**
 * What of a deployment the planner may move, from what Geo-PKO codes (a battalion 650 or 800 people,
 * a company 150, a platoon 35):
 *
 *     platoons     16 a battalion (four rifle companies of four), 4 a company, 1 a platoon
 *     vehicles     3 a platoon, of which two go on a patrol
 *     police       4 sub-units a formed police unit of 150, 1 for 35
 *     engineers    2 teams where there are engineers; medical 1 team where there is a hospital
 *     liaison      1 team where there is infantry or police
 *
 * A strength that the map does not give leaves that element out: unknown, not zero.
 */
export function elementsOf(sheet: Sheet, record: RawRecord): Elements {
  const infantry = sheet.count(record, 'infantry')
  const police = sheet.count(record, 'police')
  const platoonCount = infantry ? platoonsOf(infantry, sheet.count(record, 'battalion') ?? 0) : 0
  const sectionCount = police ? Math.max(1, Math.round(police / 37)) : 0
  const has = (flag: string) => sheet.number(record, flag) === 1
  const counts: readonly (readonly [string, number])[] = [
    ['platoon', platoonCount],
    ['patrol-vehicle', platoonCount * VEHICLES_A_PLATOON],
    ['police-section', sectionCount],
    ['engineer-team', has('engineers') ? 2 : 0],
    ['medical-team', has('medical') ? 1 : 0],
    ['liaison-team', platoonCount + sectionCount > 0 ? 1 : 0],
  ]
  return counts.filter(([, count]) => count > 0).map(([typeId, count]) => ({ typeId, count }))
}

/** Platoons of an infantry strength; see `elementsOf`. */
export function platoonsOf(infantryCount: number, battalionCount: number): number {
  const battalionStrength = infantryCount >= 800 * battalionCount ? 800 : 650
  const battalions = Math.min(battalionCount, Math.floor(infantryCount / battalionStrength))
  const rest = infantryCount - battalions * battalionStrength
  const companies = Math.floor(rest / 150)
  const platoons = Math.floor((rest - companies * 150) / 35)
  return battalions * PLATOONS_A_BATTALION + companies * PLATOONS_A_COMPANY + platoons
}

/** What a deployment mostly is: infantry or police if it has any, else its first branch. */
export function unitKindOf(sheet: Sheet, record: RawRecord): Unit['kind'] {
  const has = (flag: string) => sheet.number(record, flag) === 1
  if (has('isInfantry')) return 'infantry'
  if (has('isPolice')) return 'fpu'
  const branches = ['engineers', 'medical', 'aviation', 'signals', 'transport'] as const
  const kinds = ['engineer', 'medical', 'aviation', 'signals', 'transport'] as const
  const branch = branches.findIndex(has)
  if (branch >= 0) return kinds[branch]!
  if ((sheet.number(record, 'headquarters') ?? 0) > 0) return 'headquarters'
  return has('observers') && !sheet.count(record, 'troops') ? 'observers' : 'other'
}

/** The largest formation that stands there. */
export function echelonOf(sheet: Sheet, record: RawRecord): Unit['echelon'] {
  const some = (field: string) => (sheet.number(record, field) ?? 0) > 0
  if (some('battalion')) return 'battalion'
  if (some('company')) return 'company'
  return some('platoon') ? 'platoon' : 'team'
}
