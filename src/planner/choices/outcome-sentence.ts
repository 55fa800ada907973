import { listed } from '#core/figures.ts'
import { grouped } from '../sentences.ts'

type Change = { readonly name: string; readonly gainedPeople: number; readonly lostPeople: number }

/** Who wins and who loses by one type, the county with most first on either side. */
export function outcomeSentence(outcome: {
  readonly typeName: string
  readonly reachMinutes: number
  readonly gainedPeople: number
  readonly lostPeople: number
  readonly strata: readonly Change[]
}): string {
  const { typeName, reachMinutes, gainedPeople, lostPeople, strata } = outcome
  const within = `within ${grouped(reachMinutes)} minutes of ${typeName}`
  const won = gainedPeople >= 1
  const lost = lostPeople >= 1
  if (!won && !lost) return `Nobody comes ${within} who was not before, and nobody drops out.`
  const gain = won
    ? `${grouped(gainedPeople)} more people are ${within}, most in ${mostIn(strata, 'gainedPeople')}`
    : `Nobody new is ${within}`
  const loss = lost
    ? `${grouped(lostPeople)} are no longer, most in ${mostIn(strata, 'lostPeople')}`
    : 'nobody drops out'
  return `${gain}; ${loss}.`
}

function mostIn(strata: readonly Change[], key: 'gainedPeople' | 'lostPeople'): string {
  const names = strata
    .filter((stratum) => stratum[key] >= 1)
    .sort((a, b) => b[key] - a[key])
    .slice(0, 2)
    .map(({ name }) => name)
  return names.length > 0 ? listed(names) : 'many counties'
}
