import { openScenarios } from '#core/document.ts'
import { slideMaker } from './slide-maker.ts'
import type { Template } from './template.ts'

/** As many as stand beside the current posture (words.md §5). */
const MOST_COURSES = 3

const COURSE_LAYERS = ['county-borders', 'plan-coverage', 'zones', 'moves', 'towns']

/** To gain a commander's decision on one of several courses of action. */
export const DECISION_BRIEF: Template = {
  id: 'decision',
  title: 'Decision brief',
  about:
    'Situation, mission, each COA on the map and beside the current posture, risk, the decision, what comes next.',
  make(document, newId) {
    const deck = {
      id: newId(),
      name: 'Decision brief',
      templateId: 'decision',
      level: 'internal' as const,
      periodDays: 7,
      isLooping: false,
      author: '',
      distribution: '',
      edition: 1,
    }
    const slides = slideMaker(document, deck, newId)
    const courses = openScenarios(document)
      .filter(({ isBaseline }) => !isBaseline)
      .slice(0, MOST_COURSES)
    slides.topic('purpose')
    slides.topic('situation')
    slides.map('Map of the situation', ['county-borders', 'underserved', 'units', 'towns'])
    slides.topic('mission')
    const { baselineId } = slides
    if (courses.length === 0 || baselineId === null) {
      slides.leftOut('Courses of action', 'There is no COA beside the current posture yet.')
    }
    for (const { id: scenarioId } of baselineId === null ? [] : courses) {
      slides.map('Map of a COA', COURSE_LAYERS, { scenarioId })
      slides.map('What a COA changes', ['county-borders', 'difference', 'towns'], {
        scenarioId,
        againstScenarioId: baselineId,
      })
    }
    const [first] = courses
    if (first && baselineId !== null && slides.hasGround) {
      const beside = {
        scenarioId: first.id,
        againstScenarioId: baselineId,
        comparedIds: [baselineId, ...courses.map(({ id }) => id)],
      }
      slides.add('measures', beside)
      for (const { id: scenarioId } of courses) slides.topic('risk', { scenarioId })
      slides.add('decision', beside)
    } else slides.topic('risk')
    slides.topic('next', first ? { scenarioId: first.id } : {})
    return slides.made()
  },
}
