import { isActing } from '#analysis/reach/conditions.ts'
import { decimal } from '#core/figures.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import type { LonLat } from '#core/place.ts'
import type { Operation } from '#core/records/operation.ts'
import type { Restriction } from '#core/records/restriction.ts'
import {
  doubtsOf,
  effectText,
  hoursText,
  monthsText,
  RESTRICTION_KIND_NAMES,
  SEVERITY_NAMES,
  validText,
} from '#core/restriction-text.ts'
import { ageText } from '#core/time/freshness.ts'
import type { Facts } from '../layer-type.ts'

/**
 * The facts of one restriction at the planning instant.
 *
 * @param shockName of the shock that it belongs to; null: it is a fact.
 */
export function restrictionFacts(
  restriction: Restriction,
  operation: Operation,
  shockName: string | null = null,
): Facts {
  const { name, kind, effect, severity, confidenceShare, lastVerifiedAt } = restriction
  const { months, hours } = restriction
  const { planningAt } = operation
  const isNow = isActing(restriction, operation)
  const grid = gridReference(placeOf(restriction), 3)
  const verified = lastVerifiedAt === null ? 'never' : `${ageText(lastVerifiedAt, planningAt)} ago`
  const doubts = shockName === null ? doubtsOf(restriction, planningAt) : []
  const warning = doubts.length > 0 ? `${doubts.join(' ')} Ask before relying on it.` : null
  return {
    title: name,
    about: [RESTRICTION_KIND_NAMES[kind], isNow ? null : 'not in force now', grid]
      .filter(Boolean)
      .join(' · '),
    rows: [
      { label: 'Effect', value: effectText(effect) },
      { label: 'Valid', value: validText(restriction) },
      ...(months ? [{ label: 'Months', value: monthsText(months) }] : []),
      ...(hours ? [{ label: 'Hours', value: `${hoursText(hours)} local` }] : []),
      { label: 'Severity', value: `${SEVERITY_NAMES[severity - 1] ?? ''} (${severity} of 3)` },
      { label: 'Confidence', value: `${decimal(100 * confidenceShare, 0)} %` },
      { label: 'Verified', value: verified },
      { label: 'Source', value: restriction.source || 'not given' },
    ],
    warning: shockName === null ? warning : `Supposed by the shock "${shockName}": no fact.`,
    selection: { type: 'row', table: 'restrictions', id: restriction.id },
  }
}

/** A place on it: the middle vertex of a line, the mean of an outline's corners. */
export function placeOf({ geometry }: Restriction): LonLat {
  if (geometry.type === 'point') return geometry.position
  if (geometry.type === 'segment') {
    return geometry.line[Math.floor(geometry.line.length / 2)] ?? [0, 0]
  }
  const corners = geometry.polygon[0]?.slice(1) ?? []
  const mean = (part: 0 | 1) =>
    corners.reduce((sum, corner) => sum + corner[part], 0) / Math.max(1, corners.length)
  return [mean(0), mean(1)]
}
