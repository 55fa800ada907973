import { MAX_ROAD_KILOMETRES_PER_HOUR } from '#core/records/limits.ts'
import {
  ROAD_CLASSES,
  ROAD_SURFACES,
  type RoadClass,
  type RoadSurface,
} from '#core/records/road.ts'
import type { Speeds, Vehicle } from '#core/records/vehicle.ts'
import { FigureCell, type FigureRange } from './figure-cell.tsx'

const CLASS_NAMES: Readonly<Record<RoadClass, string>> = {
  primary: 'Primary road',
  secondary: 'Secondary road',
  local: 'Local road',
  track: 'Track',
}
const SURFACE_NAMES: Readonly<Record<RoadSurface, string>> = {
  paved: 'Paved',
  gravel: 'Gravel',
  earth: 'Earth',
}

const SEASONS = [
  ['dryKilometresPerHour', 'dry'],
  ['wetKilometresPerHour', 'wet'],
] as const

export const GROUND_SPEED: FigureRange = {
  least: 0,
  most: MAX_ROAD_KILOMETRES_PER_HOUR,
  unit: 'km/h',
}

/** What a vehicle does on every class of road and every surface, dry and wet; 0 cannot be passed. */
export function SpeedTable(props: {
  readonly vehicle: Vehicle
  readonly onChange: (roadSpeeds: Vehicle['roadSpeeds']) => void
  readonly onFault: (sentence: string | null) => void
}) {
  const { roadSpeeds } = props.vehicle
  const setSpeeds = (roadClass: RoadClass, surface: RoadSurface, speeds: Speeds) =>
    props.onChange({ ...roadSpeeds, [roadClass]: { ...roadSpeeds[roadClass], [surface]: speeds } })
  return (
    <table className="speed-table">
      <caption className="visually-hidden">
        Speeds of {props.vehicle.name} by road and surface, in kilometres an hour
      </caption>
      <thead>
        <tr>
          <th rowSpan={2} scope="col" className="speed-unit">
            km/h
          </th>
          {ROAD_SURFACES.map((surface) => (
            <th key={surface} colSpan={2} scope="colgroup">
              {SURFACE_NAMES[surface]}
            </th>
          ))}
        </tr>
        <tr>
          {ROAD_SURFACES.flatMap((surface) =>
            SEASONS.map(([, season]) => (
              <th key={surface + season} scope="col" className="speed-season">
                {season}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {ROAD_CLASSES.map((roadClass) => (
          <tr key={roadClass}>
            <th scope="row">{CLASS_NAMES[roadClass]}</th>
            {ROAD_SURFACES.flatMap((surface) =>
              SEASONS.map(([field, season]) => {
                const speeds = roadSpeeds[roadClass][surface]
                return (
                  <td key={surface + season} data-season={season}>
                    <FigureCell
                      label={`${CLASS_NAMES[roadClass]}, ${SURFACE_NAMES[surface].toLowerCase()}, ${season}`}
                      value={speeds[field]}
                      range={GROUND_SPEED}
                      onSettle={(speed) =>
                        setSpeeds(roadClass, surface, { ...speeds, [field]: speed ?? 0 })
                      }
                      onFault={props.onFault}
                    />
                  </td>
                )
              }),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
