import type { Vehicle } from '#core/records/vehicle.ts'
import { choiceOf, numberOf } from '../options.ts'
import { vehicleChosen } from '../parts/travel-run.ts'
import type { StudyChoices, StudyFacts, StudyOption } from '../study.ts'

export const FROM_OPTION = {
  id: 'from',
  name: 'From',
  type: 'offered',
  usualName: 'Most need in reach',
} as const satisfies StudyOption

export const TEAMS_OPTION = {
  id: 'teams',
  name: 'Teams',
  type: 'number',
  unit: '',
  min: 1,
  max: 4,
  step: 1,
  usual: 2,
} as const satisfies StudyOption

export const HOURS_OPTION = {
  id: 'hours',
  name: 'Time for each',
  type: 'number',
  unit: 'h',
  min: 2,
  max: 12,
  step: 1,
  usual: 8,
} as const satisfies StudyOption

/** An engaged visit (analysis.md §6.3); less would be driving through. */
export const DWELL_OPTION = {
  id: 'dwell',
  name: 'At each stop',
  type: 'number',
  unit: 'min',
  min: 10,
  max: 120,
  step: 5,
  usual: 10,
} as const satisfies StudyOption

export const TRAVEL_OPTION = {
  id: 'travel',
  name: 'Travel',
  type: 'offered',
  usualName: 'As in the settings',
} as const satisfies StudyOption

export const PROPOSAL_OPTION = {
  id: 'proposal',
  name: 'Shown',
  type: 'choice',
  choices: [
    { id: '1', name: 'Proposal 1, the best' },
    { id: '2', name: 'Proposal 2' },
    { id: '3', name: 'Proposal 3' },
  ],
  usual: '1',
} as const satisfies StudyOption

export const PROPOSAL_COUNT = PROPOSAL_OPTION.choices.length

/** What a person asks of routes. */
export type Asked = {
  readonly teamCount: number
  readonly limitMinutes: number
  readonly dwellMinutes: number
  readonly vehicle: Vehicle
}

export function askedOf(
  choices: StudyChoices,
  facts: Pick<StudyFacts, 'vehicles' | 'operation'>,
): Asked {
  return {
    teamCount: Math.round(numberOf(TEAMS_OPTION, choices)),
    limitMinutes: 60 * numberOf(HOURS_OPTION, choices),
    dwellMinutes: numberOf(DWELL_OPTION, choices),
    vehicle: vehicleChosen(choiceOf(TRAVEL_OPTION, choices), facts),
  }
}
