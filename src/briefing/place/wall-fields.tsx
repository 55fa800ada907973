import { Stepper } from '#ui/widgets/stepper.tsx'
import { calibrationFault, lineCount, rootPixels, type WallCalibration } from '../calibration.ts'

/** The screen on the wall and the seat farthest from it: text is made for that eye. */
export function WallFields(props: {
  readonly calibration: WallCalibration
  readonly onChange: (parts: Partial<WallCalibration>) => void
}) {
  const { calibration, onChange } = props
  const { diagonalInches, farthestSeatMetres } = calibration
  const fault = calibrationFault(calibration)
  return (
    <section className="section wall-fields" aria-label="Wall screen">
      <h3 className="section-title">Wall screen</h3>
      <div className="wall-field">
        <span>Diagonal, inches</span>
        <Stepper
          label="Diagonal of the wall screen in inches"
          value={diagonalInches}
          min={10}
          max={400}
          step={1}
          onChange={(value) => onChange({ diagonalInches: value })}
        />
      </div>
      <div className="wall-field">
        <span>Farthest seat, metres</span>
        <Stepper
          label="Farthest seat in metres"
          value={farthestSeatMetres}
          min={0.5}
          max={40}
          step={0.5}
          onChange={(value) => onChange({ farthestSeatMetres: value })}
        />
      </div>
      {fault ? (
        <p className="failed" role="alert">
          {fault}
        </p>
      ) : (
        <p className="paper-about">
          Smallest text {rootPixels(calibration, 1080).toFixed(0)} px of 1080, some{' '}
          {Math.floor(lineCount(calibration, 1080))} lines: read at 20 minutes of arc (ISO 9241-3).
        </p>
      )}
    </section>
  )
}
