import type { Unit } from '#core/records/unit.ts'

const LAND_UNIT = '10'
const FRIEND = '3'

/** Entity, type and subtype of APP-6 land units. */
const ENTITIES: Readonly<Record<Unit['kind'], string>> = {
  infantry: '121100',
  reserve: '121100',
  fpu: '141200',
  engineer: '140700',
  medical: '161300',
  aviation: '120600',
  signals: '111000',
  transport: '163600',
  observers: '121200',
  headquarters: '000000',
  other: '000000',
}

const ECHELONS: Readonly<Record<Unit['echelon'], string>> = {
  team: '11',
  section: '13',
  platoon: '14',
  company: '15',
  battalion: '16',
  brigade: '18',
}

/**
 * APP-6 code of a unit, 20 digits. A headquarters is a bare frame without its own size: what is
 * written over it would be read as the size of what it commands.
 */
export function sidcOfUnit({ kind, echelon }: Pick<Unit, 'kind' | 'echelon'>): string {
  const size = kind === 'headquarters' ? '00' : ECHELONS[echelon]
  return `100${FRIEND}${LAND_UNIT}00${size}${ENTITIES[kind]}0000`
}

/** Which of two echelons is the higher: more is higher. */
export function echelonRank(echelon: Unit['echelon']): number {
  return Number(ECHELONS[echelon])
}
