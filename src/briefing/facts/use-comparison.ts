import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Comparison } from '#analysis/compare/scenario-measures.ts'
import { baselineOf, type OperationDocument } from '#core/document.ts'
import type { ScenariosToCompare } from '#jobs/compare.ts'
import type { PageNeeds } from '#products/pages/page-kind.ts'
import { situationInputOf } from '#state/desk/document-inputs.ts'
import type { Key } from '#state/desk/task.ts'
import type { ResultsState } from '#state/results-store.ts'
import { useDocument, useResults } from '#ui/room.tsx'
import { useBriefing } from '../briefing-desk.tsx'
import { askOnce } from './kept-comparisons.ts'
import { type Answer, useAsked } from './use-asked.ts'
import { wallDocument } from './wall-room.ts'

type Pair = NonNullable<PageNeeds['comparison']>

/** Two scenarios set side by side, as soon as the situations of both are there. */
export function useComparison(pair: Pair | null): Answer<Comparison> {
  const { compare } = useBriefing()
  const tables = useDocument(
    useShallow(({ document }) => tablesWithoutSlides(wallDocument(document))),
  )
  const ground = useResults((state) => state.ground.value)
  const situations = useResults((state) => state.situations)
  const { fromId, toId } = pair ?? { fromId: null, toId: null }
  const sides = useMemo(
    () =>
      fromId !== null && toId !== null
        ? sidesOf({ fromId, toId }, tables, { ground, situations })
        : null,
    [fromId, toId, tables, ground, situations],
  )
  const asked = useMemo(
    () => (sides ? askOnce(compare, [...sides.key, ...Object.values(tables)], sides.input) : null),
    [sides, compare, tables],
  )
  return useAsked(asked, `${fromId} ${toId}`, 'The comparison')
}

export type TablesWithoutSlides = Omit<OperationDocument['tables'], 'slides'>

/** Whoever writes a headline changes no figure: what is compared must not run again for it. */
export function tablesWithoutSlides({ tables }: OperationDocument): TablesWithoutSlides {
  const { slides: _, ...others } = tables
  return others
}

type Results = {
  readonly ground: ResultsState['ground']['value']
  readonly situations: ResultsState['situations']
}

/** Both sides and the current posture, without observations, which a comparison does not read. */
function sidesOf(
  { fromId, toId }: Pair,
  tables: TablesWithoutSlides,
  { ground, situations }: Results,
): { readonly input: ScenariosToCompare; readonly key: Key } | null {
  const document = { id: '', tables: { ...tables, slides: new Map() } }
  const baselineId = baselineOf(document)?.id ?? fromId
  const sideOf = (scenarioId: string) => {
    const situation = situations[scenarioId]?.value
    if (!ground || !situation) return null
    const facts = { document, columns: new Map() }
    return { input: situationInputOf(facts, ground, scenarioId), situation }
  }
  const a = sideOf(fromId)
  const b = sideOf(toId)
  const baseline = sideOf(baselineId)
  if (!a || !b || !baseline) return null
  const key = [ground, a.situation, b.situation, baseline.situation, fromId, toId]
  return { input: { a, b, baseline }, key }
}
