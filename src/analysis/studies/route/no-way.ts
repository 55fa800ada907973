import { decimal, durationText, firstFew, listed } from '#core/figures.ts'
import { metresBetween } from '#core/geo/distance.ts'
import type { Restriction } from '#core/records/restriction.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { firstOfEach, withoutLifted } from '../../access/one-measure.ts'
import { cellLocator } from '../../cells/cell-locator.ts'
import { isWetSeason, restrictionsActing } from '../../reach/conditions.ts'
import { createRouter } from '../../reach/router.ts'
import { watch } from '../parts/sentence-blocks.ts'
import type { StudyBlock, StudyFacts, StudyPlace } from '../study.ts'
import { inOnePiece } from './route-blocks.ts'

/** A way that was asked for, and is not there. */
type Missing = {
  /** Any of them would do. */
  readonly starts: readonly [StudyPlace, ...StudyPlace[]]
  readonly to: StudyPlace
  readonly vehicle: Vehicle
}

/** So many are lifted, each alone; on 40,000 nodes one takes some 50 ms. */
const MOST_LIFTED = 40
const NAMED_COUNT = 3

/** Why there is no way: an end outside the theatre, what closes it, or the roads themselves. */
export function noWay(facts: StudyFacts, missing: Missing): StudyBlock {
  const { ground, operation } = facts
  const { starts, to, vehicle } = missing
  const locate = cellLocator(ground.grid)
  const outside = [to, ...(starts.length === 1 ? starts : [])].find(
    ({ position }) => locate(...position) < 0,
  )
  if (outside) {
    return watch(`${outside.name} lies outside the theatre or in the sea. Check its position.`)
  }
  const kilometres = metresBetween(nearest(missing).position, to.position) / 1000
  const from = starts.length === 1 ? starts[0].name : 'any post'
  const what = `There is no way from ${from} to ${to.name} (${decimal(kilometres, 0)} km in a straight line) now (${inOnePiece(vehicle.name)})`
  const acting = restrictionsActing(facts)
  const router = createRouter(ground)
  const isOpen = (restrictions: readonly Restriction[], season = operation.season) => {
    const terms = { ...facts, operation: { ...operation, season }, vehicle, restrictions }
    const travel = router.under(terms)
    const positions = starts.map(({ position }) => position)
    return !Number.isNaN(travel.toPositions(positions, [to.position])[0]!)
  }
  if (isWetSeason(operation) && isOpen(facts.restrictions, 'dry')) {
    return watch(
      `${what}: the wet season closes it, at a ford or on a road that this vehicle does not take in the rains. In the dry season there is a way.`,
    )
  }
  if (acting.length === 0 || !isOpen([])) {
    return watch(
      `${what}, and lifting every restriction would not change that: it lies further from a road than ${durationText(operation.maxFootMinutes)} off it, its roads join no others, or a bridge on the way bears too little.`,
    )
  }
  const each = firstOfEach(acting)
  const closing = each
    .slice(0, MOST_LIFTED)
    .filter((restriction) => isOpen(withoutLifted(acting, [restriction])))
  if (closing.length > 0) {
    return watch(
      `${what}: ${named(closing)} ${closing.length === 1 ? 'closes' : 'each close'} it. Lifting ${closing.length === 1 ? 'it' : 'any one'} would open a way.`,
    )
  }
  return watch(
    `${what}: what is in force closes it, several together${each.length > MOST_LIFTED ? '' : '; lifting no single one would open a way'}. Study “Who is cut off” tells which.`,
  )
}

function nearest({ starts, to }: Missing): StudyPlace {
  const metres = (start: StudyPlace) => metresBetween(start.position, to.position)
  return starts.reduce((best, start) => (metres(start) < metres(best) ? start : best))
}

function named(restrictions: readonly Restriction[]): string {
  const names = restrictions.map(({ name }) => name)
  return listed(firstFew(names, NAMED_COUNT))
}
