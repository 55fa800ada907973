import { extentOf } from '#core/geo/polygon.ts'
import type { Zone } from '#core/records/zone.ts'
import { SAMPLES_PER_CELL } from '../../cells/cell-samples.ts'
import { prepareOutline } from '../../cells/prepared-outline.ts'
import { zoneCells } from '../../cells/zone-cells.ts'
import type { Ground } from '../../ground.ts'
import { eachWithin } from '../place-index.ts'
import { bareGround, type Piece } from './coverage.ts'
import { KIND_WORDS, type Level, levelsOf } from './levels.ts'
import type { DrawnZones, GroundKind, ZoneProblem } from './problem.ts'

/** A piece with more ground, or with a community in it, is told by itself; slivers are told together. */
const SLIVER_SQUARE_KILOMETRES = 1
const MOST_TOLD = 12
/** A gap with fewer people is one to look at. */
const MANY_PEOPLE = 1_000

/**
 * Ground of the theatre, or of the zone that they lie in, that no zone of a level has, piece by
 * piece; slivers too. Patrol boxes are not meant to fill anything.
 */
export const GAPS: GroundKind = {
  kind: 'gap',
  find: (drawn) =>
    levelsOf(drawn.zones)
      .filter(({ kind }) => kind !== 'patrolBox')
      .flatMap((level) => gapsOf(drawn, level)),
}

function gapsOf({ ground, theatre }: DrawnZones, level: Level): ZoneProblem[] {
  const around = level.within ? [[level.within.outline]] : theatre
  const pieces = bareGround(level.zones, around).map((piece) => ({
    ...piece,
    ...livingIn(ground, piece),
  }))
  const isSingle = ({ squareKilometres, name }: (typeof pieces)[number]) =>
    squareKilometres > SLIVER_SQUARE_KILOMETRES || name !== null
  const single = pieces.filter(isSingle).slice(0, MOST_TOLD)
  const slivers = pieces.filter((piece) => !single.includes(piece))
  const kindWord = KIND_WORDS[level.kind]
  const rest: ZoneProblem[] =
    slivers.length === 0
      ? []
      : [
          {
            ...base(level, 'slivers'),
            severity: 'watch',
            sentence: `${slivers.length === 1 ? 'A sliver' : `${slivers.length} slivers`} in no ${kindWord}`,
            figure: slivers.reduce((sum, piece) => sum + piece.squareKilometres, 0),
            extent: extentOf([slivers[0]!.outline]),
          },
        ]
  return [
    ...single.map(({ outline, squareKilometres, name, people }, i): ZoneProblem => {
      const where = name ? ` at ${name}` : ''
      return {
        ...base(level, name ?? `${i}`),
        severity: people >= MANY_PEOPLE ? 'bad' : 'watch',
        sentence: `Ground${where} in no ${kindWord}`,
        figure: squareKilometres,
        extent: extentOf([outline]),
      }
    }),
    ...rest,
  ]
}

function base(
  { key, within }: Pick<Level, 'key'> & { readonly within: Zone | null },
  name: string,
) {
  return {
    id: `gap:${key}:${name}`,
    kind: 'gap',
    zoneId: within?.id ?? null,
    unit: 'km²' as const,
  }
}

/** People of a piece by the parts of cells in it, and the name of its largest community. */
function livingIn(ground: Ground, { outline }: Piece) {
  const prepared = prepareOutline(outline)
  const { cells, parts } = zoneCells(ground.grid, prepared)
  let people = 0
  cells.forEach((cell, i) => {
    people += (parts[i]! * ground.peopleCount[cell]!) / SAMPLES_PER_CELL
  })
  let largest = -1
  const places = { lonDegrees: ground.communityLonDegrees, latDegrees: ground.communityLatDegrees }
  eachWithin(places, prepared, (i) => {
    const count = ground.communityPeopleCount[i]!
    const isLarger =
      largest < 0 ||
      count > ground.communityPeopleCount[largest]! ||
      (count === ground.communityPeopleCount[largest] && i < largest)
    if (isLarger) largest = i
  })
  return { people, name: largest < 0 ? null : ground.communityNames[largest]! }
}
