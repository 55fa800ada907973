import type { ReactNode } from 'react'
import type { MapBlock } from '#core/records/page.ts'
import { textOf, wallPeople } from '#products/words/wall-people.ts'
import { Swatch, type SwatchSpec } from '#ui/widgets/swatch.tsx'
import type { Corner } from '../../facts/legend-corner.ts'
import type { SlideLegend } from '../slide-map.ts'

/** What the colours and marks of the map mean; people of whom nothing is known stand beside their hatch. */
export function Legend(props: {
  readonly legends: readonly SlideLegend[]
  readonly corner: Corner
  /** Places that cannot be named at the land itself. */
  readonly callouts?: MapBlock['callouts']
  /** Under them, in the same corner. */
  readonly children?: ReactNode
}) {
  const { legends, corner, callouts = [], children } = props
  if (legends.length === 0 && callouts.length === 0 && !children) return null
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
      {callouts.length === 0 ? null : (
        <ul aria-label="Places">
          {callouts.map(({ id, name, change }) => (
            <li key={id}>
              {name} <b>{change}</b>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  )
}

/** Legends of a page, whose looks may be those of another version: what is not known is filled. */
export function legendsWithLooks(legends: MapBlock['legends']): readonly SlideLegend[] {
  return legends.map((legend) => ({
    ...legend,
    lines: legend.lines.map((line) => ({ ...line, swatch: lookOf(line.swatch) })),
  }))
}

function lookOf(swatch: MapBlock['legends'][number]['lines'][number]['swatch']): SwatchSpec {
  const { shape, color } = swatch
  const isOfParts = shape === 'sign' || shape === 'ramp'
  const isWhole = shape === 'sign' ? typeof swatch['path'] === 'string' : false
  return isOfParts && !isWhole ? { shape: 'fill', color } : (swatch as SwatchSpec)
}
