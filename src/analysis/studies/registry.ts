import { ENGAGEMENT } from './engagement/index.ts'
import { GRIEVANCES } from './grievances/index.ts'
import { HOT_SPOTS } from './hot-spots/index.ts'
import { PERCEPTION } from './perception/index.ts'
import { SIGNALS } from './signals/index.ts'
import type { Study } from './study.ts'

/** Every study, in the order in which they are offered. */
export const STUDIES: readonly Study[] = [HOT_SPOTS, PERCEPTION, GRIEVANCES, ENGAGEMENT, SIGNALS]

/**
 * The study of an id.
 *
 * @throws Error if there is none.
 */
export function studyOf(id: string): Study {
  const study = STUDIES.find((each) => each.id === id)
  if (!study) throw new Error(`no study "${id}"`)
  return study
}
