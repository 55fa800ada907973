import { counted } from '#core/figures.ts'
import type { Course } from '../course.ts'
import { UNDERSERVED_SCORE } from '../underserved-score.ts'
import type { CompareMeasure } from './measure.ts'
import { said, saidOfNeed, upTo, wayText } from './said.ts'

export const UNDERSERVED_COMMUNITIES: CompareMeasure = {
  id: 'underservedCommunities',
  name: 'Underserved communities',
  definition: `Communities of high unmet need. Their need, less what is served, scores ${UNDERSERVED_SCORE} or more of 10.`,
  unit: 'communities',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: ({ baseline }) =>
    upTo(baseline.input.ground.communityCell.filter((cell) => cell >= 0).length),
  measure: (course) => saidOfNeed(course, said(underservedIn(course).length)),
  parts: (course) => {
    const { ground } = course.input
    const { communityCell, communityLonDegrees, communityLatDegrees } = ground
    const { underservedScore, responseMinutes } = course.situation
    return {
      kind: 'sum',
      noun: 'communities, worst first',
      rows: [...underservedIn(course)].map((community) => {
        const cell = communityCell[community]!
        const area = ground.grid.areaIndex[cell]!
        const people = counted(ground.communityPeopleCount[community]!, 'person', 'people')
        return {
          label: ground.communityNames[community]!,
          areaIndex: area < 0 ? null : area,
          position: [communityLonDegrees[community]!, communityLatDegrees[community]!] as const,
          amount: 1,
          of: null,
          text: `${underservedScore[cell]!.toFixed(1)} of 10, ${people}, ${wayText(responseMinutes[cell]!)}`,
        }
      }),
    }
  },
}

function underservedIn({ input, situation }: Course): Uint32Array {
  return situation.underservedCommunities.filter(
    (community) =>
      situation.underservedScore[input.ground.communityCell[community]!]! >= UNDERSERVED_SCORE,
  )
}
