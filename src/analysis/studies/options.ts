import type { StudyChoices, StudyOption } from './study.ts'

/** Which incidents a study counts. */
export const CATEGORY_OPTION = {
  id: 'category',
  name: 'Incidents',
  type: 'choice',
  choices: [
    { id: 'all', name: 'All but rumours' },
    { id: 'violence', name: 'Violence' },
    { id: 'displacement', name: 'Displacement' },
    { id: 'theft', name: 'Theft' },
    { id: 'landDispute', name: 'Land disputes' },
    { id: 'roadblock', name: 'Roadblocks' },
    { id: 'protest', name: 'Protests' },
  ],
  usual: 'all',
} as const satisfies StudyOption

/** The chosen value of an option, or its usual one where none or an impossible one was chosen. */
export function choiceOf(option: StudyOption, choices: StudyChoices): string {
  const chosen = choices[option.id]
  if (option.type === 'number') return String(numberOf(option, choices))
  if (option.type === 'offered' || option.type === 'place')
    return chosen === undefined ? '' : String(chosen)
  return option.choices.some(({ id }) => id === chosen) ? String(chosen) : option.usual
}

/** The chosen number of an option, kept within its limits. */
export function numberOf(
  option: Extract<StudyOption, { readonly type: 'number' }>,
  choices: StudyChoices,
): number {
  const chosen = Number(choices[option.id] ?? option.usual)
  return Number.isFinite(chosen) ? Math.min(option.max, Math.max(option.min, chosen)) : option.usual
}

/** Whether incidents of a category count under a choice of `CATEGORY_OPTION`. */
export function countsUnder(choices: StudyChoices): (category: string | null) => boolean {
  const chosen = choiceOf(CATEGORY_OPTION, choices)
  return chosen === 'all' ? (category) => category !== 'rumour' : (category) => category === chosen
}

/** How the choice of incidents reads in a sentence and on a method card. */
export function categoryName(choices: StudyChoices): string {
  const chosen = choiceOf(CATEGORY_OPTION, choices)
  return CATEGORY_OPTION.choices.find(({ id }) => id === chosen)?.name ?? chosen
}
