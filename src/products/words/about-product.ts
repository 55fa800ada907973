import { NOT_SAID } from '../frame.ts'
import { isOutside, LEVEL_NAMES } from '../levels/levels.ts'
import type { Product } from '../product.ts'

export const ABOUT_TITLE = 'Sources, method and distribution'
export const SOURCES_TITLE = 'Sources, with licence and age'
export const METHOD_TITLE = 'How need is measured'

/** What a reader asks after the last page; the same in every format. */
export type AboutProduct = {
  /** When the data is from, then a line for each source. */
  readonly dataAsOf: string
  readonly sources: readonly string[]
  readonly method: readonly string[]
  /** Name and value: marking, release, who drafted it, and so on. */
  readonly facts: readonly (readonly [name: string, value: string])[]
}

/** Where its figures are from, how need is measured, who may have it. */
export function aboutProduct({ frame, pages }: Product): AboutProduct {
  return {
    dataAsOf: `${frame.dataAsOf}.`,
    sources: frame.sources.length > 0 ? frame.sources : ['No source is recorded in the operation.'],
    method: frame.method ?? [],
    facts: [
      ['Marking', frame.marking],
      ['Release', `${frame.release} (level: ${LEVEL_NAMES[frame.level]})`],
      ['Operation', `${frame.operation}, ${frame.theatre}`],
      ...draftedFacts(frame),
      ['Edition', `${frame.edition}, produced ${frame.madeDtg}`],
      ['Picture for', frame.planningDtg],
      ['Maps', mapsText(frame.datum, pages)],
      ['Disclaimer', frame.disclaimer],
    ],
  }
}

/** Outside the staff only who issues it, where it says so. */
function draftedFacts({ level, author, distribution }: Product['frame']): AboutProduct['facts'] {
  if (!isOutside(level)) {
    return [
      ['Distribution', distribution],
      ['Drafted by', author],
    ]
  }
  return author === NOT_SAID ? [] : [['Issued by', author]]
}

function mapsText(datum: string, pages: Product['pages']): string {
  const undrawn = pages.filter(
    ({ page, picture }) => picture === null && page.blocks.some(({ type }) => type === 'map'),
  ).length
  const makers = [...new Set(pages.flatMap(({ picture }) => picture?.attributions ?? []))]
  return [
    datum,
    ...(makers.length > 0 ? [makers.join('; ')] : []),
    ...(undrawn > 0 ? [`not drawn on ${undrawn} of ${pages.length} pages`] : []),
  ].join(' · ')
}
