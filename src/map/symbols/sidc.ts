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

const NEUTRAL = '4'
/** A code of digits, 20 of them or 30 with what a nation adds: the fourth says whose side a thing is on. */
const DIGITS = /^(\d{3})(\d)(\d{16}|\d{26})$/
const SUSPECT_OR_HOSTILE = /[56]/
/** A code of letters of APP-6B and before, 10 to 15 long: there the second says it. */
const LETTERS = /^([A-Z])([A-Z-])([A-Z*-][A-Z0-9*-]{7,12})$/
/** Suspect, hostile, and the exercise's own joker and faker. */
const ENEMY_LETTER = /[SHJK]/
/** A land unit of nobody's, of which nothing is said. */
const NOTHING_SAID = `100${NEUTRAL}${LAND_UNIT}00000000000000`

/**
 * A code as it may be drawn: parties to the conflict are neutral, whatever a file or a row says of them.
 * Nobody here decides who is hostile, and no screen offers it; only our own are friendly, by `sidcOfUnit`
 * and the types that can be posted. What is no code of digits or of letters is a neutral land unit, for
 * nobody can tell what would be made of it.
 *
 * @source MIL-STD-2525C and APP-6B (letters), MIL-STD-2525D and E (digits).
 */
export function neutralByDefault(sidc: string): string {
  const code = sidc.trim().toUpperCase()
  const digits = DIGITS.exec(code)
  if (digits) return SUSPECT_OR_HOSTILE.test(digits[2]!) ? withSide(digits, NEUTRAL) : code
  const letters = LETTERS.exec(code)
  if (letters) return ENEMY_LETTER.test(letters[2]!) ? withSide(letters, 'N') : code
  return NOTHING_SAID
}

function withSide([, before = '', , after = '']: RegExpExecArray, side: string): string {
  return before + side + after
}

/** Which of two echelons is the higher: more is higher. */
export function echelonRank(echelon: Unit['echelon']): number {
  return Number(ECHELONS[echelon])
}
