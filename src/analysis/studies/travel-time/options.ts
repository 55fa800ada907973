import { choiceOf } from '../options.ts'
import type { StudyChoices, StudyOption, StudySurface } from '../study.ts'

export const FROM_OPTION = {
  id: 'from',
  name: 'From',
  type: 'offered',
  usualName: 'The nearest of all posts',
} as const satisfies StudyOption

export const BANDS_OPTION = {
  id: 'bands',
  name: 'Bands',
  type: 'choice',
  choices: [
    { id: '30-60-120-240', name: '30 min, 1 h, 2 h, 4 h' },
    { id: '15-30-60-120', name: '15 min, 30 min, 1 h, 2 h' },
    { id: '10-60-120-240', name: '10 min, 1 h, 2 h, 4 h' },
    { id: '60-120-240-480', name: '1 h, 2 h, 4 h, 8 h' },
    { id: '120-240-480-1440', name: '2 h, 4 h, 8 h, 24 h' },
  ],
  usual: '30-60-120-240',
} as const satisfies StudyOption

/** The edges of the chosen bands, ascending. */
export function edgesOf(choices: StudyChoices): readonly number[] {
  return choiceOf(BANDS_OPTION, choices).split('-').map(Number)
}

/** The classes of a map with these bands. */
export function classesOf(edges: readonly number[]): Pick<StudySurface, 'breaks' | 'classNames'> {
  const between = edges.slice(1).map((edge, at) => `${edgeText(edges[at]!)} to ${edgeText(edge)}`)
  return {
    breaks: edges,
    classNames: [`Up to ${edgeText(edges[0]!)}`, ...between, `Over ${edgeText(edges.at(-1)!)}`],
  }
}

/** Whole hours as such: `30 min`, `2 h`. */
export function edgeText(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${minutes / 60} h`
}
