import { useMemo } from 'react'
import type { Course } from '#analysis/compare/course.ts'
import type { CompareMeasure, FigureParts } from '#analysis/compare/measures/measure.ts'
import { compareMeasureNamed } from '#analysis/compare/measures/registry.ts'
import { type FigureWorld, figureParts, figureValue } from '#analysis/compare/words/said-figure.ts'
import { situationInputOf } from '#state/desk/document-inputs.ts'
import type { FigureBehind } from '#state/screen-store.ts'
import { useDocument, useResults } from '#ui/room.tsx'

/** A figure with the records behind it. */
export type Behind = {
  readonly measure: CompareMeasure
  readonly value: number | null
  /** Of a difference, the two that it is between; null: it is none. */
  readonly between: readonly [own: number | null, other: number | null] | null
  /** Null: not there yet. */
  readonly parts: FigureParts | null
  /** Of what a whole difference is taken from; null: it is none. */
  readonly againstParts: FigureParts | null
}

/** The records behind a figure, made when they are asked for: 20 ms for 5,000 communities. Null: no such measure. */
export function useParts(behind: FigureBehind): Behind | null {
  const world = useWorld()
  return useMemo(() => {
    const measure = compareMeasureNamed(behind.measureId)
    if (!measure) return null
    const { againstId } = behind
    const isThere =
      world?.courseOf(behind.scenarioId) && (againstId === null || world.courseOf(againstId))
    if (!world || !isThere) {
      return { measure, value: null, between: null, parts: null, againstParts: null }
    }
    const figure = { ...behind, value: Number.NaN }
    const value = figureValue(figure, world)
    const isWholeDifference =
      againstId !== null && behind.people === undefined && behind.areaIndex === undefined
    if (!isWholeDifference) {
      const parts = figureParts(figure, world)
      return { measure, value, between: null, parts, againstParts: null }
    }
    const partsOf = (scenarioId: string) =>
      figureParts({ ...figure, scenarioId, againstId: null }, world)
    const worthOf = (scenarioId: string) =>
      figureValue({ ...figure, scenarioId, againstId: null }, world)
    const between = [worthOf(behind.scenarioId), worthOf(againstId)] as const
    const [parts, againstParts] = [partsOf(behind.scenarioId), partsOf(againstId)]
    return { measure, value, between, parts, againstParts }
  }, [behind, world])
}

/** The courses whose situation and care are there. */
function useWorld(): FigureWorld | null {
  const document = useDocument((state) => state.document)
  const columns = useDocument((state) => state.columns)
  const ground = useResults((state) => state.ground.value)
  const situations = useResults((state) => state.situations)
  const care = useResults((state) => state.care)
  const figures = useResults((state) => state.courses.value)
  return useMemo(() => {
    const courses = new Map<string, Course>()
    const courseOf = (scenarioId: string): Course | undefined => {
      const situation = situations[scenarioId]?.value
      const careMinutes = care[scenarioId]?.value
      if (!ground || !situation || !careMinutes) return undefined
      const known = courses.get(scenarioId)
      if (known) return known
      const input = situationInputOf({ document, columns }, ground, scenarioId)
      const course = { scenarioId, input, situation, careMinutes }
      courses.set(scenarioId, course)
      return course
    }
    const baseline = courseOf(figures?.baselineId ?? '')
    const nameOf = (id: string) => document.tables.scenarios.get(id)?.name ?? 'the other'
    const terms = baseline && figures && { baseline, kappa: figures.kappa }
    return terms ? { courseOf, nameOf, terms } : null
  }, [document, columns, ground, situations, care, figures])
}
