import type { Unit } from '#core/records/unit.ts'

const LAND_UNIT = '10'
const FRIEND = '3'

/**
 * Entity, type and subtype of land units. Formed police are police (the shield), not military police.
 *
 * @source MIL-STD-2525E appendix D, symbol set 10; APP-6E has the same codes.
 */
const ENTITIES: Readonly<Record<Unit['kind'], string>> = {
  infantry: '121100',
  reserve: '121100',
  fpu: '200700',
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

const HEADQUARTERS = '2'

/**
 * APP-6 code of a unit, 20 digits. A headquarters stands on a staff, without its own size: what is
 * written over it would be read as the size of what it commands. No record says that a unit is a task
 * force, reinforced or reduced, so no symbol does.
 */
export function sidcOfUnit({ kind, echelon }: Pick<Unit, 'kind' | 'echelon'>): string {
  const isHeadquarters = kind === 'headquarters'
  const size = isHeadquarters ? '00' : ECHELONS[echelon]
  const staff = isHeadquarters ? HEADQUARTERS : '0'
  return `100${FRIEND}${LAND_UNIT}0${staff}${size}${ENTITIES[kind]}0000`
}

const SUSPECT = '5'
const HOSTILE = '6'
const NEUTRAL = '4'
/** Where a code of 20 digits says whose side a thing is on. */
const IDENTITY_AT = 3

/**
 * A code as it may be drawn: parties to the conflict are neutral, whatever a file or a row says of them.
 * Nobody here decides who is hostile, and no screen offers it; only our own are friendly, by `sidcOfUnit`
 * and the types that can be posted.
 */
export function neutralByDefault(sidc: string): string {
  const identity = sidc[IDENTITY_AT]
  return identity === SUSPECT || identity === HOSTILE
    ? sidc.slice(0, IDENTITY_AT) + NEUTRAL + sidc.slice(IDENTITY_AT + 1)
    : sidc
}

/** Which of two echelons is the higher: more is higher. */
export function echelonRank(echelon: Unit['echelon']): number {
  return Number(ECHELONS[echelon])
}
