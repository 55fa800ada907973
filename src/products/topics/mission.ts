import { openScenarios, operationOf } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import type { Topic } from './topic.ts'
import { atMost, paragraphs, point, pointsBlock } from './words.ts'

/** What is asked, until when, and what each course of action takes for granted. */
export const MISSION: Topic = {
  id: 'mission',
  title: 'Mission and intent',
  datasetKinds: [],
  widestLevel: 'internal',
  needs: 'facts',
  fault: () => null,
  say({ document }) {
    const { decisionSought } = operationOf(document)
    const courses = openScenarios(document).filter(({ isBaseline }) => !isBaseline)
    const by = decisionSought?.byAt ? ` by ${dateTimeGroup(decisionSought.byAt)}` : ''
    const bare = courses.filter(({ assumptions }) => (assumptions ?? []).length === 0)
    return {
      headline: decisionSought
        ? atMost(`${decisionSought.text}${by}`, 480)
        : 'The mission and what is to be decided are not written yet',
      blocks: [
        ...paragraphs(
          courses.length > 0
            ? `${counted(courses.length, 'course')} of action ${courses.length === 1 ? 'stands' : 'stand'} beside the current posture.`
            : 'There is no course of action beside the current posture yet.',
        ),
        ...pointsBlock(
          'What each takes for granted',
          courses.flatMap((course) =>
            (course.assumptions ?? []).map((text) => point(course.name, text)),
          ),
        ),
        ...paragraphs(
          bare.length > 0
            ? `No assumption is written for ${bare.map((course) => course.name).join(', ')}.`
            : '',
        ),
      ],
      withheld: [],
    }
  },
}
