import { MAX_AIR_KILOMETRES_PER_HOUR } from '#core/records/limits.ts'
import { loadClassOf, type Vehicle } from '#core/records/vehicle.ts'
import { Segment } from '#ui/widgets/segment.tsx'
import { FigureCell } from './figure-cell.tsx'
import { GROUND_SPEED } from './speed-table.tsx'

const OFF_ROAD = [
  { id: 'foot', name: 'on foot' },
  { id: 'vehicle', name: 'by the vehicle' },
] as const

const TONNES = { least: 0, most: 200, unit: 't' }
const LOAD_CLASS = { least: 0, most: 200, unit: '' }
const AIR_SPEED = { least: 1, most: MAX_AIR_KILOMETRES_PER_HOUR, unit: 'km/h' }
const MINUTES = { least: 0, most: 1_440, unit: 'min' }

/** What is known of a vehicle beside its speeds on roads; only what its mode has. */
export function VehicleFacts(props: {
  readonly vehicle: Vehicle
  readonly onChange: (fields: Partial<Omit<Vehicle, 'id'>>) => void
  readonly onFault: (sentence: string | null) => void
}) {
  const { vehicle, onChange, onFault } = props
  const { mode, offRoad, massTonnes, loadClass } = vehicle
  const setOffRoad = (part: Partial<Vehicle['offRoad']>) =>
    onChange({ offRoad: { ...offRoad, ...part } })
  return (
    <div className="vehicle-facts">
      {mode === 'road' ? (
        <div className="vehicle-row">
          <span className="vehicle-fact">Between road and people</span>
          <Segment
            label="The leg off the road"
            choices={OFF_ROAD}
            value={offRoad.by}
            onChange={(by) => setOffRoad({ by })}
          />
        </div>
      ) : null}
      <div className="vehicle-row">
        <span className="vehicle-fact">Off the road</span>
        {(['dry', 'wet'] as const).map((season) => {
          const field = `${season}KilometresPerHour` as const
          return (
            <span key={season} className="vehicle-figure">
              {season}
              <FigureCell
                label={`Off the road, ${season}`}
                value={offRoad.speeds[field]}
                range={GROUND_SPEED}
                onSettle={(speed) =>
                  setOffRoad({ speeds: { ...offRoad.speeds, [field]: speed ?? 0 } })
                }
                onFault={onFault}
              />
              km/h
            </span>
          )
        })}
      </div>
      {mode === 'foot' ? null : (
        <div className="vehicle-row">
          <span className="vehicle-fact">Gross mass</span>
          <span className="vehicle-figure">
            <FigureCell
              label="Gross mass"
              value={massTonnes}
              range={TONNES}
              onSettle={(tonnes) => onChange({ massTonnes: tonnes ?? 0 })}
              onFault={onFault}
            />
            t
          </span>
          {mode === 'road' ? (
            <span className="vehicle-figure">
              load class
              <FigureCell
                label="Load class"
                value={loadClass}
                range={LOAD_CLASS}
                none={String(loadClassOf({ massTonnes, loadClass: null }))}
                onSettle={(given) =>
                  onChange({ loadClass: given === null ? null : Math.round(given) })
                }
                onFault={onFault}
              />
              <span className="light">{loadClass === null ? 'from its mass' : 'as given'}</span>
            </span>
          ) : null}
        </div>
      )}
      {mode === 'air' ? (
        <div className="vehicle-row">
          <span className="vehicle-fact">Between landing sites</span>
          <span className="vehicle-figure">
            <FigureCell
              label="Flying speed"
              value={vehicle.airKilometresPerHour}
              range={AIR_SPEED}
              onSettle={(airKilometresPerHour) => onChange({ airKilometresPerHour })}
              onFault={onFault}
            />
            km/h
          </span>
        </div>
      ) : null}
      <div className="vehicle-row">
        <span className="vehicle-fact">
          {mode === 'air' ? 'Ready, and again for each flight' : 'Before it sets out'}
        </span>
        <span className="vehicle-figure">
          <FigureCell
            label="Ready after"
            value={vehicle.readyMinutes}
            range={MINUTES}
            onSettle={(minutes) => onChange({ readyMinutes: minutes ?? 0 })}
            onFault={onFault}
          />
          min
        </span>
      </div>
    </div>
  )
}
