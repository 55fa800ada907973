import { percent } from '#core/figures.ts'
import { countyNeed, NEED_UNITS, needMetByCounty } from '../need-met.ts'
import type { CompareMeasure } from './measure.ts'
import { said, saidOfNeed } from './said.ts'

export const WORST_COUNTY: CompareMeasure = {
  id: 'worstCounty',
  name: 'Worst-off county',
  definition: 'Need met in the worst-off county. It is the one where that share is lowest.',
  unit: 'share',
  isHighGood: true,
  usualWeight: 10,
  usualBenchmark: ({ floorShare }) => floorShare,
  naturalScale: () => ({ worst: 0, best: 1 }),
  measure: (course) => {
    const [worst] = needMetByCounty(course.input.ground, course.situation)
    return saidOfNeed(course, said(worst?.share ?? Number.NaN, worst?.name))
  },
  parts: ({ input, situation }) => ({
    kind: 'list',
    noun: 'counties, worst off first',
    inWhat: 'people × need',
    rows: countyNeed(input.ground, situation)
      .map(({ areaIndex, name, met, all }) => ({
        label: name,
        areaIndex,
        position: null,
        amount: met / NEED_UNITS,
        of: all / NEED_UNITS,
        text: `${percent(met / all, 1)} % met`,
      }))
      .sort((a, b) => a.amount / a.of - b.amount / b.of || a.areaIndex - b.areaIndex),
  }),
}
