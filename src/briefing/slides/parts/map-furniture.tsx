import { lengthText, scaleOf } from '#core/geo/map-scale.ts'
import type { Camera } from '#state/screen-store.ts'
import type { SlotSize } from '../../facts/slot-camera.ts'
import './map-furniture.css'

/** Room that the scale bar takes under a legend. */
const LINE_REM = 1.45
const WIDEST_BAR_REM = 6
/** The arrow, the letters beside the bar, gaps and padding. */
const BESIDE_REM = 6.6

/** The room of a legend with the scale bar under it. */
export function sizeWithScale(legend: SlotSize, rootPixels: number): SlotSize {
  const isBare = legend.heightPixels === 0
  return {
    widthPixels: Math.max(legend.widthPixels, (WIDEST_BAR_REM + BESIDE_REM) * rootPixels),
    heightPixels: legend.heightPixels + (LINE_REM + (isBare ? 0.9 : 0)) * rootPixels,
  }
}

/** A bar of a round length, true at the middle of the map, and where north is. */
export function ScaleAndNorth(props: { readonly camera: Camera; readonly rootPixels: number }) {
  const { camera, rootPixels } = props
  const widestPixels = WIDEST_BAR_REM * rootPixels
  const bar = scaleOf({ latDegrees: camera.centre[1], zoom: camera.zoom, widestPixels })
  const text = lengthText(bar.lengthMetres)
  const width = bar.widthPixels / rootPixels
  return (
    <p className="wall-scale">
      <svg className="wall-north" viewBox="0 0 12 22" role="img" aria-label="North is up">
        <path d="M6 1l4.6 11.4L6 9.6l-4.6 2.8z" fill="currentColor" />
        <path d="M2.9 21v-6.6l6.2 6.6v-6.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <span
        className="wall-bar"
        role="img"
        aria-label={`Scale: this bar is ${text} long`}
        style={{ width: `${width}rem` }}
      />
      <b>{text}</b>
    </p>
  )
}
