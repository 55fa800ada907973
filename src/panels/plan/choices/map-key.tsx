import { Swatch, type SwatchSpec } from '#ui/widgets/swatch.tsx'

type Shape = Exclude<SwatchSpec['shape'], 'ramp' | 'sign'>

/** What the marks on the map, or in a chart, mean, beside the list that they belong to. */
export function MapKey(props: {
  /** Where the marks are; left out: on the map. */
  readonly label?: string
  readonly lines: readonly {
    readonly shape: Shape
    readonly color: string
    readonly label: string
  }[]
}) {
  return (
    <ul className="map-key" aria-label={props.label ?? 'On the map'}>
      {props.lines.map(({ shape, color, label }) => (
        <li key={label}>
          <Swatch swatch={{ shape, color }} /> {label}
        </li>
      ))}
    </ul>
  )
}
