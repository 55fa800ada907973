import { CARE_STANDARD_MINUTES } from '../../access/time-standards.ts'
import { choiceOf, numberOf } from '../options.ts'
import type { StudyChoices, StudyOption } from '../study.ts'

export const PATIENTS_OPTION = {
  id: 'patients',
  name: 'For whom',
  type: 'choice',
  choices: [
    { id: 'people', name: 'Everybody, where they live' },
    { id: 'posts', name: 'Our own people, at their posts' },
  ],
  usual: 'people',
} as const satisfies StudyOption

export const WAY_OPTION = {
  id: 'way',
  name: 'Way',
  type: 'choice',
  choices: [
    { id: 'both', name: 'Ground, or air if sooner' },
    { id: 'ground', name: 'Ground alone' },
  ],
  usual: 'both',
} as const satisfies StudyOption

export const UNSTATED_OPTION = {
  id: 'unstated',
  name: 'No level stated',
  type: 'choice',
  choices: [
    { id: 'firstAid', name: 'Facility: first aid alone' },
    { id: 'advanced', name: 'Facility: advanced care' },
  ],
  usual: 'firstAid',
} as const satisfies StudyOption

const minutesOption = <Id extends string>(id: Id, name: string, usual: number, max: number) =>
  ({ id, name, type: 'number', unit: 'min', min: 5, max, step: 5, usual }) as const

/** Each for a planner to change. */
export const STANDARD_OPTIONS = [
  minutesOption('firstAidWithin', 'First aid', CARE_STANDARD_MINUTES[0], 60),
  minutesOption('advancedWithin', 'Advanced care', CARE_STANDARD_MINUTES[1], 240),
  minutesOption('surgeryWithin', 'Surgery', CARE_STANDARD_MINUTES[2], 480),
] as const satisfies readonly StudyOption[]

/** In the order of CARE_LEVELS. */
export function standardsOf(choices: StudyChoices): readonly number[] {
  return STANDARD_OPTIONS.map((option) => numberOf(option, choices))
}

export function isForPosts(choices: StudyChoices): boolean {
  return choiceOf(PATIENTS_OPTION, choices) === 'posts'
}
