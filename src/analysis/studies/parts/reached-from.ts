import { vehicleNamed } from '#core/records/vehicle.ts'
import type { AccessFacts } from '../../access/access-facts.ts'
import { choiceOf } from '../options.ts'
import type { StudyBlock, StudyChoices, StudyFacts, StudyOption } from '../study.ts'
import { hasPeople, NO_PEOPLE } from './counties.ts'

/** From where people are reached. */
export const REACHED_FROM_OPTION = {
  id: 'from',
  name: 'From',
  type: 'choice',
  choices: [
    { id: 'posts', name: 'The nearest post' },
    { id: 'health', name: 'The nearest health facility' },
  ],
  usual: 'posts',
} as const satisfies StudyOption

/** What a study of access asks, and how it says so. */
export type AccessAsked = AccessFacts & {
  /** `any post`. */
  readonly fromWords: string
  readonly isFromPosts: boolean
}

/** A sentence of an answer. */
export function sentence(text: string, tone: 'plain' | 'watch' = 'plain'): StudyBlock {
  return { type: 'sentence', tone, text }
}

export const NO_ROADS = sentence(
  'There are no roads on record, so every way is on foot and short. Import roads first.',
  'watch',
)

/** What is asked; or the sentence that says why it cannot be. */
export function accessAsked(facts: StudyFacts, choices: StudyChoices): AccessAsked | StudyBlock {
  const { ground, operation, restrictions, landingSites, vehicles } = facts
  if (!hasPeople(ground)) return NO_PEOPLE
  const isFromPosts = choiceOf(REACHED_FROM_OPTION, choices) === 'posts'
  const starts = isFromPosts
    ? facts.posts.map(({ position }) => position)
    : facts.facilities
        .filter((each) => each.class === 'health' && each.status !== 'closed')
        .map(({ position }) => position)
  if (starts.length === 0) {
    return sentence(
      isFromPosts
        ? 'No unit stands anywhere at the planning instant, so nobody is in reach of a post. Import bases and deployments first.'
        : 'There is no open health facility on record. Import facilities first, or ask from the posts.',
      'watch',
    )
  }
  return {
    ground,
    operation,
    restrictions,
    landingSites,
    vehicle: vehicleNamed(vehicles, operation.vehicleId),
    starts,
    isFromPosts,
    fromWords: isFromPosts ? 'any post' : 'any health facility',
  }
}

/** Whether a question can be answered. */
export function isAsked(asked: AccessAsked | StudyBlock): asked is AccessAsked {
  return 'starts' in asked
}
