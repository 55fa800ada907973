import type { Community } from '#core/records/community.ts'
import {
  type Engagement,
  VOICE_GROUPS,
  VOICE_TOPICS,
  type VoiceTopic,
} from '#core/records/engagement.ts'
import type { Chance } from '../chance.ts'
import { daysBefore } from '../clock.ts'

const ENGAGEMENT_COUNT = 60
/** In the order of `VOICE_GROUPS`: leaders are met most. */
const GROUP_WEIGHTS = [30, 14, 12, 8, 7, 5, 6, 14, 4]
/** In the order of `VOICE_TOPICS`. */
const TOPIC_WEIGHTS = [30, 16, 24, 8, 10, 6, 6]

const SAID: Readonly<Record<VoiceTopic, string>> = {
  security: 'they ask for patrols on market days',
  land: 'a boundary between two farms is disputed',
  services: 'the clinic has no medicine and the well is dry',
  conductOfForces: 'soldiers at the roadblock ask for money',
  compensation: 'a field was driven over and not paid for',
  humanRights: 'people are held without being charged',
  other: 'they ask who we are and how long we stay',
}

/** Share of women among those who come, by group; leaders are mostly men. */
const WOMEN_SHARE: Readonly<Partial<Record<Engagement['withWhom'], number>>> = {
  localLeaders: 0.14,
  religiousLeaders: 0.16,
  women: 0.96,
  security: 0.1,
}

/** Meetings with groups of communities over nine months, more of them in larger places; a few still to come. */
export function exerciseEngagements(
  communities: readonly Community[],
  chance: Chance,
): Engagement[] {
  const weights = communities.map(({ populationCount }) =>
    Math.min(120, Math.sqrt(populationCount ?? 0)),
  )
  return Array.from({ length: ENGAGEMENT_COUNT }, (_, i) => {
    const community = communities[chance.weighted(weights)]!
    const withWhom = VOICE_GROUPS[chance.weighted(GROUP_WEIGHTS)]!
    const topic = VOICE_TOPICS[chance.weighted(TOPIC_WEIGHTS)]!
    const heldDaysAgo = i < 5 ? -3 - 5 * i : Math.floor(270 * chance.next() ** 1.4)
    const isAhead = heldDaysAgo < 0
    const hasFollowUp = !isAhead && chance.next() < 0.4
    const followUpDaysAgo = heldDaysAgo - 14 - chance.below(30)
    const isClosed = chance.next() < 0.5
    const isCounted = !isAhead && chance.next() < 0.85
    const participantCount = isCounted ? 8 + chance.below(70) : null
    const womenShare = (WOMEN_SHARE[withWhom] ?? 0.4) + chance.between(-0.04, 0.04)
    return {
      id: `engagement-${String(i + 1).padStart(3, '0')}`,
      heldAt: daysBefore(heldDaysAgo),
      communityId: community.id,
      areaId: community.areaId,
      withWhom,
      participantCount,
      womenCount: participantCount === null ? null : Math.round(participantCount * womenShare),
      topic,
      status: statusOf({ isAhead, hasFollowUp, isClosed, isDue: followUpDaysAgo > 0 }),
      followUpAt: hasFollowUp ? daysBefore(followUpDaysAgo) : null,
      summary: isAhead ? 'Exercise: planned' : `Exercise: ${SAID[topic]}`,
    }
  })
}

function statusOf(told: {
  readonly isAhead: boolean
  readonly hasFollowUp: boolean
  readonly isClosed: boolean
  readonly isDue: boolean
}): Engagement['status'] {
  if (told.isAhead) return 'planned'
  if (told.hasFollowUp && !told.isClosed) return told.isDue ? 'followUpDue' : 'held'
  return told.isClosed ? 'closed' : 'held'
}
