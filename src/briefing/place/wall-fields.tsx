import { useState } from 'react'
import { Button } from '#ui/widgets/button.tsx'
import { CalibrationSheet } from '../calibration/calibration-sheet.tsx'
import { calibrationFault, lineCount, rootPixels, type WallCalibration } from '../calibration.ts'

/** The screen on the wall and the seat farthest from it: text is made for that eye. */
export function WallFields(props: {
  readonly calibration: WallCalibration
  readonly onChange: (calibration: WallCalibration) => void
}) {
  const { calibration, onChange } = props
  const [isOpen, setOpen] = useState(false)
  const { diagonalInches, farthestSeatMetres } = calibration
  const fault = calibrationFault(calibration)
  return (
    <section className="section wall-fields" aria-label="Wall screen">
      <h3 className="section-title">Wall screen</h3>
      <div className="wall-field">
        <span>
          {diagonalInches}″ read from {farthestSeatMetres} m
        </span>
        <Button onPress={() => setOpen(true)}>Set up …</Button>
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
      {isOpen ? (
        <CalibrationSheet
          calibration={calibration}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  )
}
