import type { ReactNode } from 'react'
import { textOf, wallPeople } from '#products/words/wall-people.ts'
import { Swatch } from '#ui/widgets/swatch.tsx'
import type { Corner } from '../../facts/legend-corner.ts'
import type { SlideLegend } from '../slide-map.ts'

/** What the colours and marks of the map mean; people of whom nothing is known stand beside their hatch. */
export function Legend(props: {
  readonly legends: readonly SlideLegend[]
  readonly corner: Corner
  /** Under them, in the same corner. */
  readonly children?: ReactNode
}) {
  const { legends, corner } = props
  return (
    <div className="wall-legend" data-corner={corner}>
      {legends.map((legend) => (
        <section key={legend.id} aria-label={legend.title}>
          {legend.ramp ? (
            <>
              <p className="wall-legend-title">{legend.title}</p>
              <div className="wall-ramp" aria-hidden>
                {legend.ramp.colors.map((color) => (
                  <span key={color} style={{ background: color }} />
                ))}
              </div>
              <p className="wall-ramp-ends">
                <span>{legend.ramp.low}</span>
                <span>{legend.ramp.high}</span>
              </p>
            </>
          ) : null}
          <ul>
            {legend.lines.map(({ label, swatch, peopleCount }) => (
              <li key={label}>
                <Swatch swatch={swatch} />
                {label}
                {peopleCount === null ? null : `, ${textOf(wallPeople(peopleCount))}`}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {props.children}
    </div>
  )
}
