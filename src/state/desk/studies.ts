import { studyOf } from '#analysis/studies/registry.ts'
import type { StudyAnswer, StudyChoices } from '#analysis/studies/study.ts'
import { baselineOf } from '#core/document.ts'
import type { RunJob } from '#jobs/run-job.ts'
import type { ResultsStore } from '../results-store.ts'
import type { Facts } from './document-inputs.ts'
import type { Situations } from './situations.ts'
import { studyFactsOf, toldKey } from './study-inputs.ts'
import { createTask, type Task } from './task.ts'

/** Keeps the answer of the study on screen in step. */
export type Studies = {
  /** Asks a study of a scenario as soon as its situation is there; others keep their last answer. */
  refresh(facts: Facts, asked: AskedStudy): void
  clear(): void
}

export type AskedStudy = {
  readonly scenarioId: string
  readonly studyId: string
  readonly choices: StudyChoices
}

export function createStudies(
  results: ResultsStore,
  runJob: RunJob,
  situations: Situations,
): Studies {
  const tasks = new Map<string, Task<StudyAnswer>>()
  const taskOf = (studyId: string): Task<StudyAnswer> => {
    const known = tasks.get(studyId)
    if (known) return known
    const task = createTask<StudyAnswer>(studyOf(studyId).title, (work) => {
      results.setState({ studies: { ...results.getState().studies, [studyId]: work } })
    })
    tasks.set(studyId, task)
    return task
  }
  return {
    refresh(facts, { scenarioId, studyId, choices }) {
      const picture = situations.picture(scenarioId)
      const seen = situations.observations()
      if (!picture || !seen) return
      const study = studyOf(studyId)
      const isByBaseline = study.group === 'equity'
      const baselineId = baselineOf(facts.document)?.id ?? scenarioId
      const baseline = isByBaseline ? situations.picture(baselineId) : picture
      if (!baseline) return
      const studyFacts = studyFactsOf(facts, study, { ...picture, ...seen, baseline })
      const key = [
        ...picture.key,
        ...(isByBaseline ? baseline.key : []),
        ...toldKey(facts, study),
        JSON.stringify(choices),
      ]
      taskOf(studyId).refresh(key, (run) =>
        runJob('study', { studyId, facts: studyFacts, choices }, run),
      )
    },
    clear() {
      for (const task of tasks.values()) task.clear()
    },
  }
}
