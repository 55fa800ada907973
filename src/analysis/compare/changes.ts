import { counted, grouped, peopleShown } from '#core/figures.ts'
import type { Ground } from '../ground.ts'
import { differenceShown, isNoChange, measureShown } from './measure-text.ts'
import type { Comparison, MeasureDifference } from './scenario-measures.ts'

/** What one county gains and loses: people who come within the response standard or fall out of it. */
export type CountyChange = {
  readonly name: string
  readonly areaIndex: number
  readonly netCount: number
  readonly gainedCount: number
  readonly lostCount: number
}

/** A sentence about a place: what is bold, then the rest. */
export type ChangeSentence = {
  readonly areaIndex: number
  readonly lead: string
  readonly rest: string
}

const MATERIAL_PEOPLE = 500

/** Every county, the largest gain first and the largest loss last; those without any change too. */
export function countyChanges(comparison: Comparison, ground: Ground): CountyChange[] {
  const changed = new Map(comparison.counties.map((county) => [county.areaIndex, county]))
  const named = ground.areaNames.map((name, areaIndex) => ({ name, areaIndex }))
  const all = changed.has(-1) ? [...named, { name: 'Outside every county', areaIndex: -1 }] : named
  return all
    .map(({ name, areaIndex }) => {
      const county = changed.get(areaIndex)
      const gainedCount = Math.round(county?.gainedPeopleCount ?? 0)
      const lostCount = Math.round(county?.lostPeopleCount ?? 0)
      return { name, areaIndex, gainedCount, lostCount, netCount: gainedCount - lostCount }
    })
    .sort((a, b) => b.netCount - a.netCount || (a.name < b.name ? -1 : 1))
}

/** The five places where most changes, largest first, then how many stay as they are. */
export function changeSentences(comparison: Comparison, ground: Ground): ChangeSentence[] {
  const counties = countyChanges(comparison, ground)
  const material = counties
    .filter(({ gainedCount, lostCount }) => gainedCount + lostCount >= MATERIAL_PEOPLE)
    .sort((a, b) => b.gainedCount + b.lostCount - (a.gainedCount + a.lostCount))
  const sentences = material.slice(0, 5).map((county) => ({
    areaIndex: county.areaIndex,
    lead: `${county.name} ${shortPeople(county.netCount)}:`,
    rest: restOf(county, comparison, ground),
  }))
  const still = counties.length - material.length
  if (still === 0) return sentences
  const rest = `no material change (under ${grouped(MATERIAL_PEOPLE)} people) within the standard.`
  const lead = material.length === 0 ? 'Everywhere:' : `${counted(still, 'county', 'counties')}:`
  return [...sentences, { areaIndex: -1, lead, rest }]
}

function restOf(county: CountyChange, comparison: Comparison, ground: Ground): string {
  const parts: string[] = []
  const people = (count: number) => counted(count, 'person', 'people')
  if (county.gainedCount > 0) {
    const where = placesIn(county.areaIndex, comparison.gainedCommunities, ground)
    parts.push(`${people(county.gainedCount)} come within the standard${where}`)
  }
  if (county.lostCount > 0) {
    const where = placesIn(county.areaIndex, comparison.lostCommunities, ground)
    parts.push(`${people(county.lostCount)} fall out of it${where}`)
  }
  return `${parts.join('; ')}.`
}

function placesIn(areaIndex: number, communities: Uint32Array, ground: Ground): string {
  const here = [...communities].filter(
    (community) => ground.grid.areaIndex[ground.communityCell[community] ?? -1] === areaIndex,
  )
  if (here.length === 0) return ''
  const names = here.slice(0, 2).map((community) => ground.communityNames[community] ?? '')
  const more = here.length - names.length
  return `, ${names.join(', ')}${more > 0 ? ` and ${counted(more, 'other community', 'other communities')}` : ''}`
}

function shortPeople(count: number): string {
  const { value, unit } = peopleShown(count)
  return `${count > 0 ? '+' : ''}${value}${unit ? ` ${unit}` : ''}`
}

/** The lines that argue: for, against, and what it does to civilians, which always stands. */
export type Argument = {
  readonly because: string
  readonly however: string
  readonly civilianImpact: string
}

/** Put from the measures alone; `a` is what is compared with, `b` what is proposed. */
export function argumentOf(comparison: Comparison): Argument {
  const better = comparison.measures.filter(
    (m) => m.better === 'b' && !isNoChange(m.difference, m.unit),
  )
  const worse = comparison.measures.filter(
    (m) => m.better === 'a' && !isNoChange(m.difference, m.unit),
  )
  const { gainedPeopleCount: gained, lostPeopleCount: lost } = comparison
  const first = comparison.counties
    .filter(({ lostPeopleCount }) => lostPeopleCount >= 1)
    .sort((x, y) => y.lostPeopleCount - x.lostPeopleCount)
    .slice(0, 2)
    .map(({ name }) => name)
  return {
    because: better.length > 0 ? sentenceOf(better) : 'nothing measured here gets better.',
    however: worse.length > 0 ? sentenceOf(worse) : 'nothing measured here gets worse.',
    civilianImpact:
      lost >= 1
        ? `${counted(lost, 'person', 'people')} fall out of the response standard, most in ${first.join(' and ')}; ${grouped(gained)} come within it.`
        : `nobody falls out of the response standard; ${counted(gained, 'person', 'people')} come within it.`,
  }
}

function sentenceOf(measures: readonly MeasureDifference[]): string {
  const parts = measures.slice(0, 3).map(({ name, a, b, unit, difference }) => {
    const now = measureShown(b.value, unit)
    const was = measureShown(a.value, unit)
    const change = differenceShown(difference, unit)
    const text = (shown: typeof now) => (shown.unit ? `${shown.value} ${shown.unit}` : shown.value)
    return `${name.toLowerCase()} ${text(now)} against ${text(was)} (${text(change)})`
  })
  const rest = measures.length - parts.length
  return `${parts.join('; ')}${rest > 0 ? `; and ${counted(rest, 'more measure')}` : ''}.`
}
