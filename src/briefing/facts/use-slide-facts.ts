import { useMemo, useState } from 'react'
import type { Situation } from '#analysis/situation.ts'
import { deckOf } from '#core/decks-of.ts'
import type { Slide } from '#core/records/slide.ts'
import { pageColumns } from '#products/levels/counted-datasets.ts'
import { documentAt } from '#products/levels/document-at.ts'
import type { PageNeeds } from '#products/pages/page-kind.ts'
import { pageKindOf } from '#products/pages/registry.ts'
import type { Work } from '#state/results-store.ts'
import { useDocument, useResults, useRoom } from '#ui/room.tsx'
import { useBriefing } from '../briefing-desk.tsx'
import type { SlideFacts } from '../slides/slide-facts.ts'
import { useComparison } from './use-comparison.ts'
import { useMatrix } from './use-matrix.ts'
import { roomAt, wallDocument } from './wall-room.ts'

/**
 * What a slide is drawn from, as far as it is worked out: the same object while none of it changes, but
 * anew each hour, for what is said of ages.
 */
export function useSlideFacts(slide: Slide, nowAt: string): SlideFacts {
  const room = useRoom()
  const { renderMap, legendsOf } = useBriefing()
  const whole = useDocument((state) => wallDocument(state.document))
  const allColumns = useDocument((state) => state.columns)
  const deck = deckOf(whole, slide.deckId)
  const document = documentAt(whole, deck.level)
  const columns = useMemo(() => pageColumns(document, allColumns), [document, allColumns])
  const heldAt = useHourly(nowAt)
  const mapRoom = useMemo(() => roomAt(room, deck.level), [room, deck.level])
  const clockAt = useHourly(room.now())
  const ground = useResults((state) => state.ground)
  const works = useResults((state) => state.situations)
  const needs = useMemo(() => pageKindOf(slide).needs(slide, whole), [slide, whole])
  const comparison = useComparison(needs.comparison)
  const judged = useMatrix(needs.courseIds)
  const fault = ground.error ?? firstFault(works, needs) ?? comparison.error ?? judged.error
  const situations = useMemo(() => valuesOf(works), [works])
  return useMemo(
    () => ({
      document,
      columns,
      deck,
      nowAt: heldAt,
      clockAt,
      ground: ground.value,
      situations,
      comparison: comparison.value,
      judged: judged.value,
      fault,
      renderMap: (map) => renderMap(map, mapRoom),
      legendsOf: (map) => legendsOf(map, mapRoom),
    }),
    [
      document,
      columns,
      deck,
      heldAt,
      clockAt,
      ground.value,
      situations,
      comparison.value,
      judged.value,
      fault,
      mapRoom,
      renderMap,
      legendsOf,
    ],
  )
}

/** An instant that goes on by the hour: nothing is drawn anew for a minute. */
function useHourly(nowAt: string): string {
  const [heldAt, setHeldAt] = useState(nowAt)
  const isOver = Math.abs(Date.parse(nowAt) - Date.parse(heldAt)) >= 3_600_000
  if (isOver) setHeldAt(nowAt)
  return isOver ? nowAt : heldAt
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
