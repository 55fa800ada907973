/** A community counts as underserved from this score on, of 10. */
export const UNDERSERVED_SCORE = 5

type MeasureDefinition = {
  readonly id: string
  readonly name: string
  readonly definition: string
  readonly unit: 'people' | 'share' | 'communities' | 'minutes' | 'USD' | 'moves'
  readonly isHighGood: boolean
}

/** What the compare table measures, in the order in which it is read. */
export const MEASURE_DEFINITIONS = [
  {
    id: 'needMet',
    name: 'Need met',
    definition:
      'Share of need, weighted by people, that response or patrol presence serves. Places whose need is not known are left out.',
    unit: 'share',
    isHighGood: true,
  },
  {
    id: 'peopleWithinStandard',
    name: 'People within the standard',
    definition: 'People whom a unit reaches within the response standard.',
    unit: 'people',
    isHighGood: true,
  },
  {
    id: 'peopleBeyondStandard',
    name: 'People beyond the standard',
    definition: 'People whom a unit can reach, but later than the response standard.',
    unit: 'people',
    isHighGood: false,
  },
  {
    id: 'peopleOutOfReach',
    name: 'People out of reach',
    definition:
      'People whom no unit can reach by road and on foot under the restrictions in force.',
    unit: 'people',
    isHighGood: false,
  },
  {
    id: 'worstCounty',
    name: 'Worst-off county',
    definition: 'Need met in the county where that share is lowest.',
    unit: 'share',
    isHighGood: true,
  },
  {
    id: 'underservedCommunities',
    name: 'Underserved communities',
    definition: `Communities whose need, less what is served, scores ${UNDERSERVED_SCORE} or more of 10.`,
    unit: 'communities',
    isHighGood: false,
  },
  {
    id: 'equalMinutes',
    name: 'Minutes, fairly shared',
    definition:
      'The minutes that would be as bad if everybody within reach waited the same (Kolm–Pollak, one aversion to inequality for all COAs). People out of reach are counted apart.',
    unit: 'minutes',
    isHighGood: false,
  },
  {
    id: 'worstTenthMinutes',
    name: 'Minutes of the worst-off tenth',
    definition:
      'Mean response minutes of the tenth of people within reach who wait longest. People out of reach are counted apart.',
    unit: 'minutes',
    isHighGood: false,
  },
  {
    id: 'troopsPosted',
    name: 'Troops moved',
    definition: 'People in what this COA moves or brings in.',
    unit: 'people',
    isHighGood: false,
  },
  {
    id: 'cost',
    name: 'Cost for 30 days',
    definition: 'Running cost for 30 days of everything in place, moved or not.',
    unit: 'USD',
    isHighGood: false,
  },
  {
    id: 'moves',
    name: 'Moves',
    definition: 'How many teams, platoons and vehicles this COA moves or brings in.',
    unit: 'moves',
    isHighGood: false,
  },
  {
    id: 'reserveLeft',
    name: 'Reserve left',
    definition: 'People of reserve and quick reaction units that no posting takes.',
    unit: 'people',
    isHighGood: true,
  },
  {
    id: 'unknownShare',
    name: 'Resting on unknowns',
    definition:
      'Of the people served, the share of the facts behind their need that is missing or has aged.',
    unit: 'share',
    isHighGood: false,
  },
] as const satisfies readonly MeasureDefinition[]
