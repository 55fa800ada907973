import { needMetByCounty } from '#analysis/compare/need-met.ts'
import { MATERIAL_PEOPLE, peopleReached } from '#analysis/compare/reach-of-people.ts'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import type { Ground } from '#analysis/ground.ts'
import type { Situation } from '#analysis/situation.ts'
import { durationText, grouped, percent, TIE } from '#core/figures.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { needKnown } from './need-known.ts'
import { textOf, wallPeople } from './wall-people.ts'

type Standard = Pick<Operation, 'responseStandardMinutes'>

/**
 * What a comparison shows, in one sentence: who gains, and always who loses. Its figures are those
 * of the comparison to three digits.
 */
export function comparisonHeadline(
  { gainedPeopleCount, lostPeopleCount, counties }: Comparison,
  scenario: Pick<Scenario, 'name'>,
  operation: Standard,
): string {
  const standard = standardText(operation)
  const gained = Math.round(gainedPeopleCount)
  const lost = Math.round(lostPeopleCount)
  const where = lost > 0 ? mostLostIn(counties, lostPeopleCount) : ''
  if (gained + lost < MATERIAL_PEOPLE) {
    const but = lost > 0 ? `; ${roundedPeople(lost)} lose it${where}` : ''
    return `${scenario.name} hardly changes whom help reaches within ${standard}${but}`
  }
  if (gained === 0) {
    return `${scenario.name} takes help within ${standard} from ${roundedPeople(lost)} people${where}; nobody gains it`
  }
  const loss = lost > 0 ? `${roundedPeople(lost)} lose it${where}` : 'nobody loses it'
  return `${scenario.name} brings help within ${standard} to ${roundedPeople(gained)} more people; ${loss}`
}

/**
 * What the picture of one scenario shows: where need is met least; whom help reaches in time where the
 * need of most is not known. Null: nothing of need is known yet.
 */
export function situationHeadline(
  ground: Ground,
  situation: Situation,
  scenario: Pick<Scenario, 'name' | 'isBaseline'>,
  operation: Standard,
): string | null {
  const [worst] = needMetByCounty(ground, situation)
  if (!worst) return null
  const when = scenario.isBaseline ? 'today' : `under ${scenario.name}`
  const known = needKnown(ground, situation)
  if (!known.isTelling) {
    const minutes = operation.responseStandardMinutes
    const { withinCount } = peopleReached(ground, situation.responseMinutes, minutes)
    const people = `${textOf(wallPeople(withinCount))} of ${textOf(wallPeople(known.allCount))} people`
    return `Help reaches ${people} within ${standardText(operation)} ${when}; need is known for only ${textOf(wallPeople(known.knownCount))} people`
  }
  return `${worst.name} is served least ${when}: ${percent(worst.share)} % of its need is met`
}

/** `2 h`, `90 min`, `2 h 30`, each in one piece. */
export function standardText({ responseStandardMinutes }: Standard): string {
  const isWholeHours = responseStandardMinutes % 60 === 0
  const text = isWholeHours
    ? `${responseStandardMinutes / 60} h`
    : durationText(responseStandardMinutes)
  return text.replaceAll(' ', TIE)
}

/** To three digits: `8 140`, `12 400`, `118 000`. */
export function roundedPeople(count: number): string {
  return grouped(Number(Math.round(count).toPrecision(3)))
}

/** ", most in Bomi" where one county has more than half of those who lose. */
function mostLostIn(counties: Comparison['counties'], lostPeopleCount: number): string {
  const [first] = [...counties].sort((a, b) => b.lostPeopleCount - a.lostPeopleCount)
  if (!first || first.areaIndex < 0 || first.lostPeopleCount <= lostPeopleCount / 2) return ''
  return first.lostPeopleCount >= lostPeopleCount - 0.5
    ? ` in ${first.name}`
    : `, most in ${first.name}`
}
