import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { grouped, peopleText, type Shown } from '#core/figures.ts'
import type { Spec } from './statistic-specs.ts'

/** What one line says of one zone. */
export type StatisticCell = {
  readonly shown: Shown
  /** The bare figure, for comparing zones; NaN: cannot be said. */
  readonly figure: number
  /** Before the border in hand was moved; null: none is in hand. */
  readonly saved: number | null
  /** Against the saved border: `+21 480`; empty where there is none. */
  readonly change: string
  readonly status: 'watch' | 'bad' | null
}

/** `saved` is the zone before the border in hand was moved. */
export function statisticCell(
  { figure, show, showChange, statusOf, isWaiting }: Spec,
  now: ZoneStatistics,
  saved: ZoneStatistics | null,
): StatisticCell {
  const value = figure(now)
  const before = saved ? figure(saved) : null
  const change = before === null ? Number.NaN : value - before
  return {
    figure: value,
    saved: before,
    shown: isWaiting?.(now) ? { value: '…', unit: '' } : show(value),
    change: Number.isFinite(change) && Math.abs(change) > 1e-9 ? showChange(change) : '',
    status: statusOf?.(value) ?? null,
  }
}

/** What changes for a zone: "6 communities and 21 k people come in." Null if nothing does. */
export function passSentence(now: ZoneStatistics, saved: ZoneStatistics): string | null {
  const change = changeOf(now, saved)
  return change.communities === 0 && change.people === 0 ? null : goSentence(change)
}

/** One of two zones whose border moves. */
type Moved = {
  readonly name: string
  readonly now: ZoneStatistics
  readonly saved: ZoneStatistics
}

/**
 * What goes from one zone to the other, "… pass from Z4 to Z3.", and what both gain or lose together
 * where other ground is in it.
 */
export function passBetweenSentence(one: Moved, other: Moved): string | null {
  const [a, b] = [one, other].map(({ now, saved }) => changeOf(now, saved)) as [Change, Change]
  const passed = {
    communities: passedOf(a.communities, b.communities),
    people: passedOf(a.people, b.people),
  }
  const rest = { communities: a.communities + b.communities, people: a.people + b.people }
  const [from, to] = a.people >= b.people ? [other.name, one.name] : [one.name, other.name]
  const sentences = [
    ...(isNothing(passed) ? [] : [ended(`${whoText(passed, 'with')} pass from ${from} to ${to}`)]),
    ...(isNothing(rest) ? [] : [goSentence(rest)]),
  ]
  return sentences.length > 0 ? sentences.join(' ') : null
}

/** A sentence with its full stop, which a name such as L.A.C. brings itself. */
function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}

type Change = { readonly communities: number; readonly people: number }

function changeOf(now: ZoneStatistics, saved: ZoneStatistics): Change {
  return {
    communities: now.communityCount - saved.communityCount,
    people: Math.round(now.peopleCount) - Math.round(saved.peopleCount),
  }
}

/** What the one loses and the other gains. */
function passedOf(a: number, b: number): number {
  return a * b < 0 ? Math.min(Math.abs(a), Math.abs(b)) : 0
}

function isNothing({ communities, people }: Change): boolean {
  return communities === 0 && Math.abs(people) <= 1
}

function goSentence(change: Change): string {
  return `${whoText(change, 'and')} ${change.people >= 0 ? 'come in' : 'go out'}.`
}

function whoText({ communities, people }: Change, link: 'and' | 'with'): string {
  const count = Math.abs(communities)
  const noun = count === 1 ? 'community' : 'communities'
  return `${grouped(count)} ${noun} ${link} ${peopleText(Math.abs(people))} people`
}
