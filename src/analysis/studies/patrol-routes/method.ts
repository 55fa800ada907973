import { durationText } from '#core/figures.ts'
import { NEAR_BEST_SHARE } from '../../patrols/routes/search-routes.ts'
import { halfLifeWords, shareWords } from '../parts/figure-words.ts'
import type { MethodCard, StudyFacts } from '../study.ts'
import { type Asked, PROPOSAL_COUNT } from './options.ts'
import { type PostRoutes, SEARCH_MOVES, SEED } from './routes-from.ts'

export function methodOf(
  { operation }: StudyFacts,
  asked: Asked,
  routes: PostRoutes | null,
): MethodCard {
  const { vehicle, dwellMinutes, limitMinutes, teamCount } = asked
  const by = vehicle.name
  return {
    formula:
      'Team orienteering: routes from the post and back, each within the time, that visit no place twice and gather the largest Σ need × (1 − presence). Seeded search: insert, turn, move and exchange stops, break open and mend. Bound: prices on places (Lagrange), and the best walk under them that does not turn straight back.',
    parameters: [
      {
        name: 'From',
        value: routes ? routes.reach.post.name : 'no post',
      },
      { name: 'Teams', value: `${teamCount}, ${by}` },
      {
        name: 'Time',
        value: `${durationText(limitMinutes)} each, ${dwellMinutes} min at each stop`,
      },
      {
        name: 'Presence',
        value: `halves in ${halfLifeWords(operation.presenceHalfLifeDays)} days, a guess`,
      },
      { name: 'Weighed', value: `${routes ? routes.weighed.length : 0} places` },
      {
        name: 'Proposals',
        value: `${PROPOSAL_COUNT}, of at least ${shareWords(NEAR_BEST_SHARE)} of the best, with least stops in common`,
      },
      { name: 'Search', value: `${SEARCH_MOVES} search steps, seed ${SEED}` },
    ],
    limits: [
      'A visit counts for its whole cell, so each cell has one place: its largest community.',
      'Minutes are those of the roads as recorded and of the restrictions in force at the planning instant, at the usual speeds: no halts, no breakdowns, no darkness.',
      'A restriction that is not known is not heeded. A person checks every leg before anybody drives it.',
      'Need says who should be seen, not how dangerous the way is.',
      'The bound speaks of the places that were weighed; what lies further from the post could gather more.',
      'The same facts give the same proposals, so whoever has them can foretell a patrol. Draw proposal, direction and hour of start by lot, where no file keeps them. No start is proposed here for that reason.',
      'How long an engaged visit takes is a choice; 10 min is the least that counts as one, a guess.',
    ],
    source:
      'Chao, Golden and Wasil, The team orienteering problem (1996); Vansteenwegen et al., The orienteering problem: a survey (2011).',
  }
}
