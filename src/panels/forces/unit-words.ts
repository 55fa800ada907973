import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'

type Choices<T extends string> = readonly { readonly id: T; readonly name: string }[]

export const UNIT_KINDS: Choices<Unit['kind']> = [
  { id: 'infantry', name: 'Infantry' },
  { id: 'reserve', name: 'Force reserve' },
  { id: 'fpu', name: 'Formed police' },
  { id: 'engineer', name: 'Engineers' },
  { id: 'medical', name: 'Medical' },
  { id: 'aviation', name: 'Aviation' },
  { id: 'signals', name: 'Signals' },
  { id: 'transport', name: 'Transport' },
  { id: 'observers', name: 'Observers' },
  { id: 'headquarters', name: 'Headquarters' },
  { id: 'other', name: 'Other' },
]

export const ECHELONS: Choices<Unit['echelon']> = [
  { id: 'team', name: 'Team' },
  { id: 'section', name: 'Section' },
  { id: 'platoon', name: 'Platoon' },
  { id: 'company', name: 'Company' },
  { id: 'battalion', name: 'Battalion' },
  { id: 'brigade', name: 'Brigade' },
]

export const ROLES: Choices<Unit['role']> = [
  { id: 'line', name: 'Line' },
  { id: 'qrf', name: 'Quick reaction' },
  { id: 'reserve', name: 'Reserve' },
  { id: 'support', name: 'Support' },
]

export const BASE_KIND_NAMES: Readonly<Record<Base['kind'], string>> = {
  headquarters: 'Headquarters',
  cob: 'Company operating base',
  tob: 'Temporary operating base',
  scd: 'Standing combat deployment',
  teamSite: 'Team site',
  airfield: 'Airfield',
}

/** The name of one of a list of choices. */
export function nameIn<T extends string>(choices: Choices<T>, id: T): string {
  return choices.find((choice) => choice.id === id)?.name ?? id
}
