import { pageCoas } from '../page-coas.ts'
import type { PageKind } from '../page-kind.ts'

/** Paragraphs: a decision sought, a purpose, what is asked of the room. */
export const TEXT_PAGE: PageKind = {
  id: 'text',
  title: 'Text',
  leavesOut: [],
  needs: () => ({ scenarioIds: [], comparison: null, courseIds: null, datasetKinds: [] }),
  fault({ scenarioId, body }, { tables }) {
    if (!tables.scenarios.has(scenarioId)) {
      return 'The COA that this slide speaks of is no longer there.'
    }
    return body.trim() === '' ? 'This slide has no text yet.' : null
  },
  coas: ({ scenarioId }, document) =>
    document.tables.scenarios.get(scenarioId)?.isBaseline ? [] : pageCoas(document, [scenarioId]),
  window: () => null,
  body: ({ body }) => ({
    blocks: [{ type: 'text', paragraphs: paragraphsOf(body) }],
    missing: null,
  }),
  suggestHeadline: () => null,
}

const MOST_PARAGRAPHS = 200

/** A line each; where there are more than a page takes, the last holds the rest. */
function paragraphsOf(body: string): string[] {
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  if (lines.length <= MOST_PARAGRAPHS) return lines
  return [...lines.slice(0, MOST_PARAGRAPHS - 1), lines.slice(MOST_PARAGRAPHS - 1).join(' ')]
}
