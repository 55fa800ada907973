import { studyOf } from './registry.ts'
import type { StudyAnswer, StudyChoices, StudyFacts } from './study.ts'

/** Which study, of what, under which choices. */
export type StudyRequest = {
  readonly studyId: string
  readonly facts: StudyFacts
  readonly choices: StudyChoices
}

/**
 * What a study answers.
 *
 * @throws Error if there is no such study.
 */
export function studyAnswer({ studyId, facts, choices }: StudyRequest): StudyAnswer {
  return studyOf(studyId).ask(facts, choices)
}
