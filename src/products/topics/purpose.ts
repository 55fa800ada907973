import { openScenarios, operationOf } from '#core/document.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import type { Topic } from './topic.ts'
import { atMost, paragraphs, point, pointsBlock } from './words.ts'

/** What a decision brief is for: said by the operation, so that it follows it and stays with the staff. */
export const PURPOSE: Topic = {
  id: 'purpose',
  title: 'Purpose',
  datasetKinds: [],
  widestLevel: 'internal',
  needs: 'facts',
  fault: () => null,
  say({ document }) {
    const { decisionSought } = operationOf(document)
    const text = decisionSought?.text ?? ''
    const courses = openScenarios(document)
    return {
      headline: decisionSought
        ? atMost(`To gain your decision: ${text.charAt(0).toLowerCase()}${text.slice(1)}`, 480)
        : 'To gain your decision; what is to be decided is not written yet',
      blocks: [
        ...paragraphs(
          decisionSought?.byAt ? `Needed by ${dateTimeGroup(decisionSought.byAt)}.` : '',
          'Situation, mission, courses of action, risk, recommendation, decision.',
        ),
        ...pointsBlock(
          'To choose from',
          courses.map(({ name, title }) => point(name, title)),
        ),
      ],
      withheld: [],
    }
  },
}
