import {
  PATROL_DAY_MINUTES,
  PERIOD_DAYS,
  RHYTHM,
  STAY_MINUTES,
  TROOPS_PER_PATROL,
  UNKNOWN_NEED_EVERY_DAYS,
} from '#analysis/zones/patrol-rhythm.ts'
import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { counted, grouped } from '#core/figures.ts'
import { More } from './more.tsx'

const BASE_WORDS = {
  named: 'named for it',
  inside: 'by rule: in the zone, least mean travel',
  outside: 'by rule: none in the zone, least mean travel',
} as const

/** From where a zone is served. */
export function BaseNote({ zone: { travel } }: { readonly zone: ZoneStatistics }) {
  if (!travel) return null
  return (
    <p className="paper-about">
      {travel.base
        ? `Travel from ${travel.base.name}, ${BASE_WORDS[travel.base.by]}.`
        : 'There is no base to serve it from. Add one, or name one for the zone.'}
    </p>
  )
}

/** What its workload is made of, with its own numbers. */
export function WorkloadNote({ zone }: { readonly zone: ZoneStatistics }) {
  return (
    <More title="Workload">
      {() => (
        <div className="paper-about">
          <p>{neededSentence(zone)}</p>
          <p>{strengthSentence(zone)}</p>
        </div>
      )}
    </More>
  )
}

function neededSentence({ neededPatrolDays }: ZoneStatistics): string {
  const often = RHYTHM.at(-1)!.everyDays
  const seldom = RHYTHM[0].everyDays
  const needed = Number.isFinite(neededPatrolDays)
    ? `${grouped(neededPatrolDays)} patrol-days in ${PERIOD_DAYS} days`
    : 'Patrol-days'
  return `${needed} are needed: each hex where people live every ${often} to ${seldom} days by its need (${UNKNOWN_NEED_EVERY_DAYS} where need is not known), each visit out and back by itself with ${STAY_MINUTES} min there, ${PATROL_DAY_MINUTES / 60} h a patrol-day. Exercise assumption.`
}

function strengthSentence({ strength }: ZoneStatistics): string {
  const { troopCount, patrolDays, unitCount, unknownUnitCount, by } = strength
  const whose = by === 'units' ? 'named for it' : 'with their base in it'
  const units = `${counted(unitCount, 'unit')} ${whose}`
  if (!Number.isFinite(troopCount)) {
    return unitCount === 0
      ? 'No unit answers for it: name units for the zone, or put a base with troops into it. So its workload cannot be told.'
      : `The strength of the ${units} is not known, so its workload cannot be told.`
  }
  const left = unknownUnitCount > 0 ? ` (${unknownUnitCount} of unknown strength left out)` : ''
  return `${grouped(troopCount)} troops, of ${units}${left} and by postings, put out ${grouped(patrolDays)}: one patrol a day for ${TROOPS_PER_PATROL} troops, as MONUSCO did in 2020.`
}
