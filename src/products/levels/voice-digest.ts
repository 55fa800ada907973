import { discloseParts } from '#analysis/disclosure.ts'
import { countiesAmong, countyOf } from '#core/county-level.ts'
import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import type { OperationDocument } from '#core/document.ts'
import type { ReleaseLevel } from '#core/records/deck.ts'
import {
  VOICE_GROUPS,
  VOICE_TOPICS,
  type VoiceGroup,
  type VoiceTopic,
} from '#core/records/engagement.ts'
import { GRIEVANCE_STATUSES, type Grievance } from '#core/records/grievance.ts'
import { epochMinutesOf } from '#core/time/instant.ts'
import { wholeOf } from './document-at.ts'
import { isOutside } from './levels.ts'
import { roundedCount } from './told-count.ts'
import { digestPeriod, monthText, type Period } from './told-period.ts'

/** A total and its parts, all of them, in their order; null is hidden. Parts are told for a total that is. */
export type DigestCounts<T> = readonly { readonly of: T; readonly count: number | null }[]

/** A county; null: not known. */
export type DigestCounty = { readonly id: string; readonly name: string } | null

/** What communities and the mission said to each other, in counts that point at nobody. */
export type VoiceDigest = {
  readonly period: Period
  /** "October 2026"; null: the period asked for. */
  readonly monthText: string | null
  /** Meetings that took place. */
  readonly met: {
    readonly total: number | null
    readonly byGroup: DigestCounts<VoiceGroup>
    readonly byTopic: DigestCounts<VoiceTopic>
    readonly byCounty: DigestCounts<DigestCounty>
  }
  /** What people raised, and what came of it since, as it stands now. */
  readonly raised: {
    readonly total: number | null
    readonly byTopic: DigestCounts<VoiceTopic>
    readonly byCounty: DigestCounts<DigestCounty>
    readonly byStatus: DigestCounts<Grievance['status']>
  }
  /** Whether anybody ever wrote down what was raised, or a meeting: without it nothing is known. */
  readonly hasGrievances: boolean
  readonly hasEngagements: boolean
  /** What was left out, a sentence each. */
  readonly withheld: readonly string[]
}

/**
 * Counts of meetings and of what was raised, so that no count of 1 to 4 is told and none can be worked
 * out from its line. Outside the staff they are of whole months and to the nearest 5, so that what came
 * between two reports is not told exactly either. Counts are told by one thing
 * at a time, never by two, for what two of them have in common would be few. Protected cases (sexual
 * violence, children) are in none of it. Worked out once for a document.
 *
 * @source analysis.md §9; `analysis/disclosure.ts`.
 */
export function voiceDigest(document: OperationDocument, asked: Asked): VoiceDigest {
  const whole = wholeOf(document)
  const known = digests.get(whole) ?? new Map<string, VoiceDigest>()
  digests.set(whole, known)
  const key = JSON.stringify([asked.level, asked.from, asked.until])
  const digest = known.get(key) ?? digestOf(whole, asked)
  known.set(key, digest)
  return digest
}

type Asked = { readonly level: ReleaseLevel } & Period

const digests = new WeakMap<OperationDocument, Map<string, VoiceDigest>>()

function digestOf({ tables }: OperationDocument, asked: Asked): VoiceDigest {
  const period = digestPeriod(asked, asked.level)
  const isIn = (at: string) => {
    const minutes = epochMinutesOf(at)
    return minutes >= period.from && minutes < period.until
  }
  const meetings = [...tables.engagements.values()].filter(
    ({ status, heldAt }) => status !== 'planned' && isIn(heldAt),
  )
  const grievances = [...tables.grievances.values()].filter(
    ({ isProtectedCase, raisedAt }) => !isProtectedCase && isIn(raisedAt),
  )
  const counties = countyFinder(tables)
  const isMonth = isOutside(asked.level)
  const told = (count: number | null) => (isMonth ? roundedCount(count) : count)
  const totalOf = (rows: readonly unknown[]) => told(disclosedTotal(rows))
  const partsBy = <R, T>(rows: readonly R[], parts: readonly T[], partOf: (row: R) => T) =>
    partsOf(rows, parts, partOf).map(({ of, count }) => ({ of, count: told(count) }))
  return {
    period,
    monthText: isMonth ? monthText(period.from) : null,
    met: {
      total: totalOf(meetings),
      byGroup: partsBy(meetings, VOICE_GROUPS, ({ withWhom }) => withWhom),
      byTopic: partsBy(meetings, VOICE_TOPICS, ({ topic }) => topic),
      byCounty: partsBy(meetings, counties.list, counties.of),
    },
    raised: {
      total: totalOf(grievances),
      byTopic: partsBy(grievances, VOICE_TOPICS, ({ topic }) => topic),
      byCounty: partsBy(grievances, counties.list, counties.of),
      byStatus: partsBy(grievances, GRIEVANCE_STATUSES, ({ status }) => status),
    },
    hasGrievances: tables.grievances.size > 0,
    hasEngagements: tables.engagements.size > 0,
    withheld: withheldOf(isMonth),
  }
}

function withheldOf(isMonth: boolean): string[] {
  const few =
    'Counts of 1 to 4 are not told, nor others from which they could be worked out, so that nobody can be recognised.'
  const kept = 'Cases of sexual violence and of children are in none of these counts.'
  const month =
    'Counted by whole calendar months and to the nearest 5, so parts need not add up to their total. What is entered late may change the count of a month.'
  return isMonth ? [few, kept, month] : [few, kept]
}

type Placed = { readonly communityId: string | null; readonly areaId: string | null }
type Counties = {
  readonly list: readonly DigestCounty[]
  readonly of: (row: Placed) => DigestCounty
}

/** Counties by name, then what lies in none. */
function countyFinder({ areas, communities }: OperationDocument['tables']): Counties {
  const named = countiesAmong(areas.values())
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
  const byId = new Map(named.map((county) => [county.id, county]))
  const found = new Map<string, DigestCounty>()
  const countyIn = (areaId: string | null): DigestCounty => {
    const key = areaId ?? ''
    if (!found.has(key)) found.set(key, byId.get(countyOf(areas, areaId) ?? '') ?? null)
    return found.get(key) ?? null
  }
  return {
    list: [...named, null],
    of: ({ communityId, areaId }) =>
      countyIn(areaId) ?? countyIn(communities.get(communityId ?? '')?.areaId ?? null),
  }
}

function disclosedTotal(rows: readonly unknown[]): number | null {
  const { length } = rows
  return length > 0 && length < LEAST_CELL_COUNT ? null : length
}

/** Rows by what they are of, beside their total. */
function partsOf<R, T>(
  rows: readonly R[],
  parts: readonly T[],
  partOf: (row: R) => T,
): DigestCounts<T> {
  const counts = new Map(parts.map((part) => [part, 0]))
  for (const row of rows) counts.set(partOf(row), (counts.get(partOf(row)) ?? 0) + 1)
  const shown = discloseParts([...counts.values()], disclosedTotal(rows))
  return parts.map((part, index) => ({ of: part, count: shown[index] ?? null }))
}
