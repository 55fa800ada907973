import { lengthText, scaleOf } from '#core/geo/map-scale.ts'
import '../map.css'

/** A bar of a round length on the ground, with a tick in its middle. */
export function ScaleBar(props: {
  readonly latDegrees: number
  readonly zoom: number
  readonly widestPixels: number
}) {
  const { lengthMetres, widthPixels } = scaleOf(props)
  const text = lengthText(lengthMetres)
  const width = Math.round(widthPixels)
  return (
    <span className="scale-bar" role="img" aria-label={`Scale: this bar is ${text} long`}>
      <svg width={width + 2} height={9} aria-hidden="true">
        <path
          d={`M1 1v6h${width}v-6M${Math.round(width / 2) + 0.5} 4v3`}
          fill="none"
          stroke="currentColor"
        />
      </svg>
      <b>{text}</b>
    </span>
  )
}
