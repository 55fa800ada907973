import type { Community } from '#core/records/community.ts'
import { VOICE_GROUPS, VOICE_TOPICS, type VoiceTopic } from '#core/records/engagement.ts'
import { GRIEVANCE_WAYS, type Grievance } from '#core/records/grievance.ts'
import type { Chance } from '../chance.ts'
import { daysBefore } from '../clock.ts'
import { HOT_SPOTS, hotSpotPull } from './hot-spots.ts'

const GRIEVANCE_COUNT = 80
/** Every so many is a case to protect. */
const PROTECTED_EVERY = 16
/** How far around a hot spot people have more to complain of. */
const HEARD_METRES = 70_000
/** In the order of `VOICE_TOPICS`: land and services lead. */
const TOPIC_WEIGHTS = [16, 26, 22, 12, 14, 6, 4]
/** In the order of `VOICE_GROUPS`. */
const GROUP_WEIGHTS = [26, 18, 16, 8, 5, 9, 1, 12, 5]
/** In the order of `GRIEVANCE_WAYS`. */
const WAY_WEIGHTS = [40, 20, 28, 12]

const SAID: Readonly<Record<VoiceTopic, string>> = {
  security: 'armed men stop people on the road at night',
  land: 'a plot was given to another family',
  services: 'the school has had no teacher for months',
  conductOfForces: 'a vehicle of ours drove too fast through the market',
  compensation: 'crops were damaged and nothing was paid',
  humanRights: 'a young man was beaten at a checkpoint',
  other: 'the road works stopped without a word',
}

/** What communities complained of over ten months, more of it near trouble; the newer the more often open. */
export function exerciseGrievances(communities: readonly Community[], chance: Chance): Grievance[] {
  const weights = communities.map(({ populationCount, position }) => {
    const pulls = HOT_SPOTS.map((spot) =>
      hotSpotPull({ ...spot, radiusMetres: HEARD_METRES }, position, 1),
    )
    return Math.min(60, Math.sqrt(populationCount ?? 0)) * (0.15 + Math.max(...pulls))
  })
  return Array.from({ length: GRIEVANCE_COUNT }, (_, i) => {
    const community = communities[chance.weighted(weights)]!
    const isProtectedCase = i % PROTECTED_EVERY === PROTECTED_EVERY - 1
    const drawn = VOICE_TOPICS[chance.weighted(TOPIC_WEIGHTS)]!
    const topic = isProtectedCase ? 'humanRights' : drawn
    const raisedBy = VOICE_GROUPS[chance.weighted(GROUP_WEIGHTS)]!
    const via = GRIEVANCE_WAYS[chance.weighted(WAY_WEIGHTS)]!
    const raisedDaysAgo = 1 + Math.floor(300 * chance.next() ** 1.5)
    const answerDays = 4 + chance.below(60)
    const isAnswered = chance.next() < 0.6 && answerDays < raisedDaysAgo
    const closing = chance.next()
    return {
      id: `grievance-${String(i + 1).padStart(3, '0')}`,
      raisedAt: daysBefore(raisedDaysAgo),
      communityId: isProtectedCase ? null : community.id,
      areaId: community.areaId,
      topic,
      raisedBy,
      status: statusOf(isAnswered, closing),
      respondedAt: isAnswered ? daysBefore(raisedDaysAgo - answerDays) : null,
      summary: isProtectedCase
        ? 'Exercise: referred to the protection partner'
        : `Exercise: ${SAID[topic]}`,
      via,
      isProtectedCase,
    }
  })
}

function statusOf(isAnswered: boolean, closing: number): Grievance['status'] {
  if (!isAnswered) return closing < 0.3 ? 'inProgress' : 'open'
  if (closing < 0.55) return 'resolved'
  return closing < 0.75 ? 'referred' : 'inProgress'
}
