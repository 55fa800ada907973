import { counted } from '#core/figures.ts'
import { kolmPollakEde } from '../../equity.ts'
import type { Course, Terms } from '../course.ts'
import type { CompareMeasure, FigurePart } from './measure.ts'
import { said, upTo } from './said.ts'

export const EQUAL_MINUTES: CompareMeasure = {
  id: 'equalMinutes',
  name: 'Minutes, fairly shared',
  definition:
    'Minutes as bad if all waited the same. All are those within reach (Kolm–Pollak, one aversion to inequality for all COAs); people out of reach are counted apart.',
  unit: 'minutes',
  isHighGood: false,
  usualWeight: 0,
  usualBenchmark: () => null,
  naturalScale: (terms) => twiceToday(terms, minutesOf(terms.baseline, terms)),
  measure: (course, terms) => said(minutesOf(course, terms)),
  parts: ({ input: { ground }, situation }) => ({
    kind: 'list',
    noun: 'communities in reach, longest wait first',
    rows: [...ground.communityCell]
      .flatMap((cell, community): FigurePart[] => {
        const minutes = situation.responseMinutes[cell] ?? Number.NaN
        const people = ground.communityPeopleCount[community]!
        if (Number.isNaN(minutes) || !(people > 0)) return []
        const area = ground.grid.areaIndex[cell]!
        const { communityLonDegrees: lon, communityLatDegrees: lat } = ground
        return [
          {
            label: ground.communityNames[community]!,
            areaIndex: area < 0 ? null : area,
            position: [lon[community]!, lat[community]!],
            amount: minutes,
            of: null,
            text: counted(people, 'person', 'people'),
          },
        ]
      })
      .sort((a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1)),
  }),
}

function minutesOf({ input, situation }: Course, { kappa }: Terms): number {
  return kolmPollakEde(
    { values: situation.responseMinutes, people: input.ground.peopleCount },
    kappa,
  )
}

/** From no time at all to twice what it takes today, or twice the standard where nobody is reached. */
export function twiceToday({ baseline }: Terms, minutesToday: number) {
  const { responseStandardMinutes } = baseline.input.operation
  return upTo(2 * (minutesToday > 0 ? minutesToday : responseStandardMinutes))
}
