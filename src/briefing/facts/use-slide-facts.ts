import { useMemo } from 'react'
import type { Situation } from '#analysis/situation.ts'
import { deckOf } from '#core/decks-of.ts'
import type { Slide } from '#core/records/slide.ts'
import { pageColumns } from '#products/levels/counted-datasets.ts'
import { documentAt } from '#products/levels/document-at.ts'
import type { PageNeeds } from '#products/pages/page-kind.ts'
import type { Work } from '#state/results-store.ts'
import { useDocument, useResults, useRoom } from '#ui/room.tsx'
import { useBriefing } from '../briefing-desk.tsx'
import { kindOf } from '../slides/registry.ts'
import type { SlideFacts } from '../slides/slide-kind.ts'
import type { WallFrame } from '../slides/wall-frame.ts'
import { useComparison } from './use-comparison.ts'
import { useMatrix } from './use-matrix.ts'
import { wallDocument } from './wall-room.ts'

/** What a slide is drawn from, as far as it is worked out. */
export function useSlideFacts(
  slide: Slide,
  frame: WallFrame,
  { bodyHeightRem, nowAt }: { readonly bodyHeightRem: number; readonly nowAt: string },
): SlideFacts {
  const room = useRoom()
  const { renderMap, legendsOf } = useBriefing()
  const walled = useDocument((state) => wallDocument(state.document))
  const deck = deckOf(walled, slide.deckId)
  const document = documentAt(walled, deck.level)
  const allColumns = useDocument((state) => state.columns)
  const columns = useMemo(() => pageColumns(document, allColumns), [document, allColumns])
  const ground = useResults((state) => state.ground)
  const works = useResults((state) => state.situations)
  const needs = useMemo(() => kindOf(slide).needs(slide, document), [slide, document])
  const comparison = useComparison(needs.comparison)
  const judged = useMatrix(needs.courseIds)
  const fault = ground.error ?? firstFault(works, needs) ?? comparison.error ?? judged.error
  const situations = useMemo(() => valuesOf(works), [works])
  return useMemo(
    () => ({
      document,
      columns,
      deck,
      nowAt,
      ground: ground.value,
      situations,
      comparison: comparison.value,
      judged: judged.value,
      fault,
      frame,
      bodyHeightRem,
      renderMap: (map) => renderMap(map, room),
      legendsOf: (map) => legendsOf(map, room),
    }),
    [
      document,
      columns,
      deck,
      nowAt,
      ground.value,
      situations,
      comparison.value,
      judged.value,
      fault,
      frame,
      bodyHeightRem,
      room,
      renderMap,
      legendsOf,
    ],
  )
}

type Works = Readonly<Record<string, Work<Situation>>>

function firstFault(works: Works, { scenarioIds }: PageNeeds): string | null {
  for (const id of scenarioIds) {
    const work = works[id]
    if (work?.status === 'failed' && work.value === null) return work.error
  }
  return null
}

function valuesOf(works: Works): Record<string, Situation> {
  return Object.fromEntries(
    Object.entries(works).flatMap(([id, { value }]) => (value ? [[id, value]] : [])),
  )
}
