import { FIRST_DECK } from '#core/decks-of.ts'
import { baselineOf } from '#core/document.ts'
import type { OperationContents } from '#core/operation-file.ts'
import type { Slide } from '#core/records/slide.ts'
import { compare } from '#jobs/compare.ts'
import { runJobInline } from '#jobs/run-job-inline.ts'
import type { ProductFacts } from '#products/facts.ts'
import { pageKindOf } from '#products/pages/registry.ts'
import { judgeCourses } from '#state/desk/judge-courses.ts'
import { PLANNING_AT } from '#support/build.ts'
import { aDeck, answersOf } from '../../briefing/a-briefing.tsx'

/** An operation about which nothing is worked out yet. */
export function unworked(contents: OperationContents = aDeck()): ProductFacts {
  return {
    document: contents.document,
    columns: contents.columns,
    ground: null,
    situations: {},
    comparison: null,
    judged: null,
    fault: null,
    deck: FIRST_DECK,
    nowAt: PLANNING_AT,
    clockAt: PLANNING_AT,
  }
}

/** All that a slide needs, worked out by the real jobs. */
export async function factsFor(
  slide: Slide,
  contents: OperationContents = aDeck(),
): Promise<ProductFacts & { readonly ground: NonNullable<ProductFacts['ground']> }> {
  const { document } = contents
  const { ground, pictures } = await answersOf(contents)
  const baselineId = baselineOf(document)!.id
  const { comparison: pair, courseIds } = pageKindOf(slide).needs(slide, document)
  const situations = Object.fromEntries(
    Object.entries(pictures).map(([id, { situation }]) => [id, situation]),
  )
  const scenarios = Object.entries(situations).map(([id, situation]) => ({ id, situation }))
  return {
    ...unworked(contents),
    ground,
    situations,
    comparison: pair
      ? compare({
          a: pictures[pair.fromId]!,
          b: pictures[pair.toId]!,
          baseline: pictures[baselineId]!,
        })
      : null,
    judged: courseIds
      ? await judgeCourses({ document, ground, courseIds, scenarios, baselineId }, runJobInline)
      : null,
  }
}
