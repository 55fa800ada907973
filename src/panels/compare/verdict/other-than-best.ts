import type { CourseTotal, Matrix } from '#analysis/compare/matrix/matrix.ts'
import { placeText } from '#analysis/compare/matrix/place-text.ts'
import { counted, listed } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'

/** What whoever approves has to see of the COA: its place, and which others the weights put before it. */
export type Standing = {
  /** `COA 3 comes 4th of 4 by the weights set.` */
  readonly sentence: string
  /** Who is recommended, else who is placed first; null: it is the one itself, or nobody has a place. */
  readonly before: string | null
}

/**
 * Where a COA stands among those compared.
 *
 * @param names by scenario id.
 */
export function standingOf(
  scenario: Pick<Scenario, 'id' | 'name'>,
  { totals }: Pick<Matrix, 'totals'>,
  recommendedId: string | null,
  names: Readonly<Record<string, string>>,
): Standing {
  const own = totals.find(({ scenarioId }) => scenarioId === scenario.id)
  const first = totals.filter(({ place }) => place === 1).map(({ scenarioId }) => scenarioId)
  const leading = recommendedId === null ? first : [recommendedId]
  const isOther = leading.length > 0 && !leading.includes(scenario.id)
  return {
    sentence: `${scenario.name} ${own ? comes(own, totals.length) : NO_PLACE}.`,
    before: isOther ? listed(leading.map((id) => names[id] ?? id)) : null,
  }
}

const NO_PLACE = 'has no place: no criterion has both a weight and a value for it'

const OPEN_PLACE = 'has no sure place: nobody has judged it by everything that is weighed'

function comes(own: CourseTotal, ofCount: number): string {
  const at = placeText({ ...own, isTie: false })
  if (at === null) return NO_PLACE
  if (own.isOpen) return OPEN_PLACE
  const coas = counted(ofCount, 'COA')
  return own.isTie
    ? `ties for ${at} place among ${coas} by the weights set`
    : `comes ${at} of ${coas} by the weights set`
}
