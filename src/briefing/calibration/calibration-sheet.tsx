import { useEffect, useRef, useState } from 'react'
import { Button } from '#ui/widgets/button.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Stepper } from '#ui/widgets/stepper.tsx'
import { calibrationFault, lineCount, rootPixels, type WallCalibration } from '../calibration.ts'
import { useWallLook, type WallLook } from '../wall-look.tsx'
import './calibration.css'

const THEMES = [
  { id: 'dark', name: 'Dark' },
  { id: 'light', name: 'Light' },
] as const
const SHARPNESSES = [
  { id: 'full', name: 'Full' },
  { id: 'balanced', name: 'Balanced' },
  { id: 'performance', name: 'Performance' },
] as const
/** A person who sets up a wall stands before it: the sheet is as large as on a desktop of so many lines. */
const DESKTOP_HEIGHT_PIXELS = 1080

/**
 * Sets the screen on the wall and the seat farthest from it, with the text that comes of it. What cannot be
 * read from there is not kept. It is an element of the browser's top layer: over the wall in full screen too.
 */
export function CalibrationSheet(props: {
  readonly calibration: WallCalibration
  readonly onChange: (calibration: WallCalibration) => void
  readonly onClose: () => void
}) {
  const { onClose } = props
  const element = useRef<HTMLDialogElement>(null)
  const [draft, setDraft] = useState(props.calibration)
  const { look, changeLook } = useWallLook()
  const [draftLook, setDraftLook] = useState<WallLook>(look)
  const fault = calibrationFault(draft)
  useEffect(() => element.current?.showModal(), [])
  const save = () => {
    props.onChange(draft)
    changeLook(draftLook)
    onClose()
  }
  return (
    <dialog
      ref={element}
      className="calibration"
      aria-label="Wall screen of this device"
      style={{ zoom: Math.max(1, window.innerHeight / DESKTOP_HEIGHT_PIXELS) }}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2>Wall screen of this device</h2>
      <Fields draft={draft} onDraft={setDraft} />
      <Sample draft={draft} fault={fault} />
      <div className="calibration-field">
        <span>Theme</span>
        <Segment
          label="Theme of the wall"
          choices={THEMES}
          value={draftLook.theme}
          onChange={(theme) => setDraftLook({ ...draftLook, theme })}
        />
      </div>
      <div className="calibration-field">
        <span>Sharpness of maps</span>
        <Segment
          label="Sharpness of maps on the wall"
          choices={SHARPNESSES}
          value={draftLook.sharpness}
          onChange={(sharpness) => setDraftLook({ ...draftLook, sharpness })}
        />
      </div>
      <p className="calibration-about">
        Balanced draws maps with 56 % of the pixels, Performance with 25 %: for a wall without a
        graphics card. Text stays sharp. All of it is kept for this device.
      </p>
      <div className="calibration-foot">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="filled" isDisabled={fault !== null} onPress={save}>
          Use this screen
        </Button>
      </div>
    </dialog>
  )
}

function Fields(props: {
  readonly draft: WallCalibration
  readonly onDraft: (draft: WallCalibration) => void
}) {
  const { draft, onDraft } = props
  return (
    <>
      <div className="calibration-field">
        <span>Diagonal, inches</span>
        <Stepper
          label="Diagonal of the wall screen in inches"
          value={draft.diagonalInches}
          min={10}
          max={400}
          onChange={(diagonalInches) => onDraft({ ...draft, diagonalInches })}
        />
      </div>
      <div className="calibration-field">
        <span>Farthest seat, metres</span>
        <Stepper
          label="Farthest seat in metres"
          value={draft.farthestSeatMetres}
          min={0.5}
          max={40}
          step={0.5}
          onChange={(farthestSeatMetres) => onDraft({ ...draft, farthestSeatMetres })}
        />
      </div>
    </>
  )
}

/** The smallest text at its real size, to be looked at from the farthest seat; or why there can be none. */
function Sample(props: { readonly draft: WallCalibration; readonly fault: string | null }) {
  const { draft, fault } = props
  if (fault !== null) {
    return (
      <p className="failed" role="alert">
        {fault} Text that is smaller could not be read from there, so this is not kept.
      </p>
    )
  }
  const heightPixels = Math.min(window.innerHeight, (window.innerWidth * 9) / 16)
  const pixels = rootPixels(draft, heightPixels)
  const zoom = Math.max(1, window.innerHeight / DESKTOP_HEIGHT_PIXELS)
  return (
    <>
      <p className="calibration-sample" style={{ fontSize: `${pixels / zoom}px` }}>
        84 % within 2 h, 221200Z
      </p>
      <p className="calibration-about">
        Smallest text {pixels.toFixed(0)} px of {Math.round(heightPixels)}, some{' '}
        {Math.floor(lineCount(draft, heightPixels))} lines fit: 20 minutes of arc at{' '}
        {draft.farthestSeatMetres} m (ISO 9241-3). Go to the farthest seat and read the line above.
      </p>
    </>
  )
}
