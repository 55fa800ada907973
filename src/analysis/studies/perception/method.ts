import { counted } from '#core/figures.ts'
import type { MethodCard } from '../study.ts'
import type { County } from './county-answers.ts'

/** How the figures come about. */
export function methodOf(counties: readonly County[]): MethodCard {
  const changeCount = counties.filter(({ change }) => change !== null).length
  return {
    formula:
      'Share of those asked in the latest wave of each county, with Wilson’s 95 % interval on the effective sample: number asked ÷ design effect. Change: Newcombe’s interval of the difference between two waves. The whole is the mean of counties by people.',
    parameters: [
      { name: 'Least sample shown', value: '30, divided by the design effect' },
      { name: 'With a warning', value: 'under 60, or a relative error of 30 % or more' },
      { name: 'Nothing at all', value: 'under 10 asked' },
    ],
    limits: [
      'People who cannot be reached or fear to answer are not in it.',
      'A county’s share hides how women, men and youth differ.',
      'All others than youth are what is left of all, as if every answer weighed the same.',
      ...(changeCount === 0
        ? []
        : [`${counted(changeCount, 'change')} at 95 %: one in twenty stands out by chance alone.`]),
      'What is said on radio or social media is not in it.',
    ],
    source:
      'Wilson, J. Am. Statist. Ass. 22 (1927); Newcombe, Statistics in Medicine 17 (1998), method 10; display rules of NCHS and WA-DOH.',
  }
}
