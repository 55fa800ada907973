import { durationText } from '#core/figures.ts'
import { choiceOf } from '../options.ts'
import { TRAVEL_LIMITS, type Trip, travelParameters } from '../parts/travel-run.ts'
import type { MethodCard, StudyChoices, StudyFacts } from '../study.ts'
import { METHOD_OPTION, thresholdsOf, ZONE_WEIGHTS } from './options.ts'
import type { Supply } from './supply.ts'

export function methodOf(
  facts: StudyFacts,
  trip: Trip,
  { supply, choices }: { readonly supply: Supply; readonly choices: StudyChoices },
): MethodCard {
  const method = choiceOf(METHOD_OPTION, choices)
  const thresholds = thresholdsOf(choices)
  const last = durationText(thresholds.at(-1)!)
  return {
    formula: `Floating catchment: each place j has a ratio Rⱼ = Sⱼ ÷ Σᵢ ${method === '3sfca' ? 'gᵢⱼ·' : ''}wᵢⱼ·Pᵢ over the people P within ${last}, and who lives in cell i has Aᵢ = Σⱼ ${method === '3sfca' ? 'gᵢⱼ·' : ''}wᵢⱼ·Rⱼ. ${
      method === '2sfca' ? 'w is 1 within that time.' : 'w falls in steps with time.'
    }${method === '3sfca' ? ' g is the share of a place in all w of the cell: people choose the near.' : ''} Σ Pᵢ·Aᵢ is the supply that somebody can get to. The map is A over the supply a person of all.`,
    parameters: [
      { name: 'Shared out', value: `${supply.noun}, ${supply.sites.length} places` },
      {
        name: 'Weights',
        value:
          method === '2sfca'
            ? `1 within ${last}`
            : thresholds
                .map((minutes, at) => `${ZONE_WEIGHTS[at]} within ${durationText(minutes)}`)
                .join(', '),
      },
      ...travelParameters(trip, facts).filter(({ name }) => name !== 'From … to'),
      { name: 'If thresholds are wrong', value: '20 % shorter and longer, a guess' },
    ],
    limits: [
      'Thresholds of 30 min, 1 h and 2 h for teams are a guess; those of 10, 20 and 30 min and the weights come from studies of doctors in cities.',
      'Nobody is taken to go further than the last threshold. None in reach is 0, not unknown.',
      'Weights used twice overstate access where places are far apart; compare places, not the figure itself with a norm.',
      'Facilities that are closed are left out; damaged ones and those of unknown state count in full. What stands in one cell is one place.',
      ...TRAVEL_LIMITS,
    ],
    source:
      'Luo and Wang (2003), 2SFCA; Luo and Qi (2009), E2SFCA; Wan, Zou and Sternberg (2012), 3SFCA.',
  }
}
