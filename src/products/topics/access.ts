import { counted, listed } from '#core/figures.ts'
import type { Restriction } from '#core/records/restriction.ts'
import { effectText, RESTRICTION_KIND_NAMES } from '#core/restriction-text.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { epochMinutesOf, instantOf, isWithin } from '#core/time/instant.ts'
import { monthOf } from '#core/time/months.ts'
import { type CountFacts, periodOf, periodText, planningMinutes } from '../counts/period-of.ts'
import type { ProductFacts } from '../facts.ts'
import { isOutside } from '../levels/levels.ts'
import type { Topic } from './topic.ts'
import { point, pointsBlock } from './words.ts'

const SOON_MINUTES = 72 * 60
const MOST_OF_EACH = 8

const OUTSIDE =
  'Access is told as it stood three days ago. What is due, who reported a restriction and when it was verified are not told outside the staff.'

/** Restrictions that began, ended or are due: where people can no longer go, or can again. */
export const ACCESS_CHANGES: Topic = {
  id: 'access',
  title: 'Access changes',
  datasetKinds: [],
  widestLevel: 'partners',
  needs: 'facts',
  fault: ({ tables }) =>
    tables.restrictions.size === 0 ? 'No access restriction is on record.' : null,
  say(facts) {
    const changes = accessChanges(facts)
    const { began, ended, due, inForce } = changes
    const counts = [
      began.length > 0 ? `${counted(began.length, 'restriction')} began` : null,
      ended.length > 0 ? `${counted(ended.length, 'restriction')} ended` : null,
      due.length > 0
        ? `${counted(due.length, 'change')} ${due.length === 1 ? 'is' : 'are'} due`
        : null,
    ].filter((text) => text !== null)
    const length = periodText(facts)
    const isStaff = !isOutside(facts.deck.level)
    const effect = (row: Restriction) => effectOf(row, isStaff)
    return {
      headline:
        counts.length > 0
          ? `In ${length} ${listed(counts)}; ${inForce.length} in force`
          : `No change of access in ${length}; ${inForce.length} in force`,
      blocks: [
        ...pointsBlock(
          'Began',
          began.slice(0, MOST_OF_EACH).map((row) => point(lineOf(row), effect(row), 'watch')),
        ),
        ...pointsBlock(
          'Ended',
          ended
            .slice(0, MOST_OF_EACH)
            .map((row) => point(lineOf(row), `Until ${dtg(row.validTo)}.`, 'good')),
        ),
        ...pointsBlock(
          'Due within three days',
          due.slice(0, MOST_OF_EACH).map((row) => point(lineOf(row), dueText(row, facts))),
        ),
        ...pointsBlock(
          'In force, the gravest first',
          inForce.slice(0, MOST_OF_EACH).map((row) => point(lineOf(row), effect(row))),
        ),
      ],
      withheld: isOutside(facts.deck.level) ? [OUTSIDE] : [],
    }
  },
}

/**
 * Facts alone: what belongs to a supposition is none. Outside the staff it is as it stood three days ago,
 * and nothing is due: where people will be able to go tells where somebody may wait for them.
 */
export function accessChanges(facts: CountFacts) {
  const rows = [...facts.document.tables.restrictions.values()].filter(
    ({ shockId }) => shockId === null,
  )
  const { from, until } = periodOf(facts)
  const isStaff = !isOutside(facts.deck.level)
  const at = isStaff ? planningMinutes(facts) : until
  const month = (monthOf(at) % 12) + 1
  const isIn = (instant: string | null, start: number, end: number) => {
    const minutes = instant === null ? Number.NaN : epochMinutesOf(instant)
    return minutes > start && minutes <= end
  }
  const sorted = (list: readonly Restriction[]) =>
    [...list].sort((a, b) => b.severity - a.severity || (a.name < b.name ? -1 : 1))
  const due = rows.filter(
    ({ validFrom, validTo }) =>
      isStaff && (isIn(validFrom, at, at + SOON_MINUTES) || isIn(validTo, at, at + SOON_MINUTES)),
  )
  return {
    began: sorted(rows.filter(({ validFrom }) => isIn(validFrom, from, until))),
    ended: sorted(rows.filter(({ validTo }) => isIn(validTo, from, until))),
    due: sorted(due),
    inForce: sorted(
      rows.filter(
        ({ validFrom, validTo, months }) =>
          isWithin(at, validFrom, validTo) && (months === null || months.includes(month)),
      ),
    ),
  }
}

function lineOf({ name, kind }: Restriction): string {
  return `${name} (${RESTRICTION_KIND_NAMES[kind].toLowerCase()})`
}

function effectOf({ effect, lastVerifiedAt }: Restriction, isStaff: boolean): string {
  if (!isStaff) return `${effectText(effect)}.`
  const verified = lastVerifiedAt === null ? 'Never verified.' : `Verified ${dtg(lastVerifiedAt)}.`
  return `${effectText(effect)}. ${verified}`
}

function dueText(row: Restriction, facts: ProductFacts): string {
  const at = instantOf(planningMinutes(facts))
  const begins = row.validFrom !== null && row.validFrom > at
  return begins
    ? `From ${dtg(row.validFrom)}: ${effectText(row.effect)}.`
    : `Ends ${dtg(row.validTo)}.`
}

function dtg(instant: string | null): string {
  return instant === null ? 'further notice' : dateTimeGroup(instant)
}
