import { grouped, peopleText } from '#core/figures.ts'
import type { LegendRamp } from './layer-entry.ts'

/** Equal blocks with their breaks below, then how many cells and people each holds. */
export function Ramp({ ramp }: { readonly ramp: LegendRamp }) {
  const columns = { gridTemplateColumns: `repeat(${ramp.colors.length}, 1fr)` }
  return (
    <div className="ramp">
      <div className="ramp-blocks" style={columns}>
        {ramp.colors.map((color) => (
          <span key={color} style={{ background: color }} />
        ))}
      </div>
      <div className="ramp-breaks">
        {ramp.breaks.map((text, i) => (
          <span key={text} style={{ left: `${(100 * i) / (ramp.breaks.length - 1 || 1)}%` }}>
            {text}
          </span>
        ))}
      </div>
      {ramp.counts ? (
        <div className="ramp-counts" style={columns}>
          {ramp.counts.map((count, i) => {
            const people = ramp.peopleCounts?.[i]
            return (
              <span key={ramp.colors[i]}>
                {grouped(count)}
                {people === undefined ? null : <span className="light">{peopleText(people)}</span>}
              </span>
            )
          })}
        </div>
      ) : null}
    </div>
  )
}
