import { distinctly } from '#core/distinct-names.ts'
import { baselineOf, type OperationDocument, operationOf } from '#core/document.ts'
import type { PointsBlock } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { lastVerdictOn, sinceVerdict, VERDICT_WORDS } from '#core/verdicts-of.ts'
import { coursesOf } from '../courses-of.ts'
import { knownIn } from '../matrix-table.ts'
import { pageCoas } from '../page-coas.ts'
import type { PageKind } from '../page-kind.ts'
import { scenarioFault } from '../scenario-fault.ts'
import { decisionTable } from './decision-table.ts'
import {
  becauseSaid,
  civilianSaid,
  decisionHeadline,
  howeverSaid,
  type Said,
  type Sides,
} from './decision-words.ts'

type Point = PointsBlock['points'][number]

/** What is asked of the commander, what speaks for and against it, what it does to civilians, and the matrix. */
export const DECISION_PAGE: PageKind = {
  id: 'decision',
  title: 'Decision',
  leavesOut: [],
  needs: (slide) => {
    const { scenarioId, againstScenarioId, comparedIds = [] } = slide
    const courseIds = coursesOf(comparedIds, [scenarioId, againstScenarioId])
    const fromId = comparedWith(slide)
    return {
      scenarioIds: courseIds,
      comparison: fromId === null ? null : { fromId, toId: scenarioId },
      courseIds,
      datasetKinds: ['roads', 'incidents', 'patrols', 'surveys'],
    }
  },
  fault: scenarioFault,
  coas: ({ scenarioId }, document) => pageCoas(document, [scenarioId]),
  window: () => null,
  body(slide, facts) {
    const { judged, comparison, document, fault } = facts
    const sides = sidesOf(slide, document)
    if (!sides || !judged || (comparedWith(slide) !== null && !comparison)) {
      return { blocks: null, missing: fault ?? 'The comparison is still being worked out.' }
    }
    const points = [
      askedPoint(slide, document),
      pointOf('Because', becauseSaid(judged.matrix, sides)),
      pointOf('However', howeverSaid(judged, sides)),
      pointOf('Civilians', civilianSaid(comparison, operationOf(document))),
    ]
    return {
      blocks: [
        { type: 'points', title: null, points },
        decisionTable(judged.matrix, document, slide.scenarioId, knownIn(facts)),
      ],
      missing: null,
    }
  },
  suggestHeadline(slide, { judged, comparison, document }) {
    const sides = sidesOf(slide, document)
    if (!sides || (comparedWith(slide) !== null && !comparison)) return null
    return judged && decisionHeadline(judged, comparison, sides, operationOf(document))
  },
}

/** The scenario that it is set beside; null: it is the same, or there is none. */
function comparedWith({ scenarioId, againstScenarioId }: Slide): string | null {
  return againstScenarioId === scenarioId ? null : againstScenarioId
}

function sidesOf(slide: Slide, document: OperationDocument): Sides | null {
  const { scenarios } = document.tables
  const scenario = scenarios.get(slide.scenarioId)
  const against = scenarios.get(slide.againstScenarioId ?? '') ?? baselineOf(document)
  if (!scenario || !against) return null
  return {
    scenario: distinctly(document, scenario),
    against: distinctly(document, against),
    nameOf(id) {
      const each = scenarios.get(id)
      return each ? distinctly(document, each).name : 'a COA'
    },
  }
}

const MOST_LETTERS = 4000

function pointOf(lead: string, { text, shorter }: Said): Point {
  return {
    lead,
    text: text.slice(0, MOST_LETTERS),
    status: null,
    shorter: shorter.map((each) => each.slice(0, MOST_LETTERS)),
  }
}

/** What was decided; until then what is sought, and by when. */
function askedPoint({ scenarioId }: Slide, document: OperationDocument): Point {
  const verdict = lastVerdictOn(document, scenarioId)
  if (!verdict) {
    const { decisionSought } = operationOf(document)
    const by = decisionSought?.byAt ? `, by ${dateTimeGroup(decisionSought.byAt)}` : ''
    const text = `${decisionSought?.text || 'a decision on this COA'}${by}`
    return { lead: 'Sought', text, status: null }
  }
  // Readers may know fewer facts than the planner, so that it can speak of the COA alone.
  const { isPlanChanged } = sinceVerdict(document, verdict)
  const word = VERDICT_WORDS[verdict.kind]
  const given = `${word[0]?.toUpperCase()}${word.slice(1)} ${dateTimeGroup(verdict.decidedAt)} by ${verdict.decidedBy}`
  return {
    lead: 'Decided',
    text: isPlanChanged ? `${given}; the COA has changed since` : given,
    status: isPlanChanged ? 'watch' : null,
  }
}
