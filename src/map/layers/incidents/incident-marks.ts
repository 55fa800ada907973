import { type Columns, categoriesOf, labelAt, numbersOf } from '#core/columns/columns.ts'
import { reorderedPositions } from '#core/columns/reordered.ts'
import { type TimeOrder, timeOrder } from '#core/columns/time-order.ts'
import { remembered } from '../../remembered.ts'
import type { PointMarks } from '../marks/points-layer.ts'
import { POINT_SHAPES, type PointShape } from '../marks/points-shaders.ts'

/** How an incident came to be known. */
export type Detection = 'reported' | 'discovered' | 'remote'
export const DETECTIONS: readonly Detection[] = ['reported', 'discovered', 'remote']

/** Incidents as marks, sorted by time: later ones lie on top. */
export type IncidentMarks = {
  readonly order: TimeOrder
  readonly data: PointMarks
  /** For each place, how it came to be known: an index into DETECTIONS. */
  readonly detections: Uint8Array
  /** For each place, 1 where it is known too roughly for a dot. */
  readonly isLoose: Uint8Array
}

/** An incident known no better than to this is not drawn as a dot, which would claim to be exact. */
export const LOOSE_METRES = 1000

const SHAPE_OF: Readonly<Record<Detection, PointShape>> = {
  reported: 'dot',
  discovered: 'ring',
  remote: 'faintDot',
}

/** Radius in tenths of a pixel: minor, serious, grave; then the same of those known roughly. */
const RADII = Uint8Array.of(23, 31, 42, 40, 50, 62)

/** Made once a dataset. */
export const incidentMarks = remembered((columns: Columns): IncidentMarks => {
  const order = timeOrder(numbersOf(columns, 'occurredEpochMinutes'))
  const { rows } = order
  const severity = numbersOf(columns, 'severityShare')
  const { codes, labels } = categoriesOf(columns, 'detection')
  const errorMetres = numbersOf(columns, 'positionErrorMetres')
  const codeOf = Uint8Array.from(labels, (label) => DETECTIONS.indexOf(detectionOf(label)))
  const shapeOf = Uint8Array.from(DETECTIONS, (each) => POINT_SHAPES[SHAPE_OF[each]])
  const positions = columns.geometry.type === 'points' ? columns.geometry.positions : NOWHERE
  const count = columns.rowCount
  const places = order.isAsGiven ? positions : reorderedPositions(positions, rows)
  const looks = new Uint8Array(4 * count)
  const detections = new Uint8Array(count)
  const isLoose = new Uint8Array(count)
  for (let place = 0; place < count; place++) {
    const row = rows[place]!
    const named = codes[row]!
    const code = named < 0 ? 0 : codeOf[named]!
    const loose = errorMetres[row]! > LOOSE_METRES ? 1 : 0
    looks[4 * place] = RADII[3 * loose + severityClass(severity[row]!)]!
    looks[4 * place + 1] = loose ? POINT_SHAPES.looseRing : shapeOf[code]!
    detections[place] = code
    isLoose[place] = loose
  }
  return {
    order,
    detections,
    isLoose,
    data: {
      length: count,
      attributes: { places: { value: places, size: 2 }, looks: { value: looks, size: 4 } },
    },
  }
}, 12)

const NOWHERE = new Float64Array()

/** 0 minor, 1 serious, 2 grave, by thirds; severity that is not known is drawn as minor. */
export function severityClass(severityShare: number): 0 | 1 | 2 {
  if (severityShare >= 2 / 3) return 2
  return severityShare >= 1 / 3 ? 1 : 0
}

/** What is not said to be found by a patrol or remote was reported. */
export function detectionOf(label: string | null): Detection {
  return label === 'discovered' || label === 'remote' ? label : 'reported'
}

/** How one row came to be known. */
export function detectionAt(columns: Columns, row: number): Detection {
  return detectionOf(labelAt(categoriesOf(columns, 'detection'), row))
}
