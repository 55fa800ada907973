import { peopleShown, percent } from '#core/figures.ts'
import type { Zone } from '#core/records/zone.ts'
import { childrenOf } from '#core/zoning/zone-levels.ts'
import { useRoom } from '#ui/room.tsx'
import { Figure, Section } from '#ui/widgets/paper.tsx'
import type { StatisticsById } from './use-zones.ts'

/** What lies in a zone and how its people share out; with those in none they add up to its own. */
export function WithinSection(props: {
  readonly zone: Zone
  readonly zones: readonly Zone[]
  readonly statistics: StatisticsById
}) {
  const { screen } = useRoom()
  const children = childrenOf(props.zones, props.zone.id)
  const peopleOf = (id: string) => props.statistics.get(id)?.peopleCount ?? Number.NaN
  const whole = peopleOf(props.zone.id)
  const rest = children.reduce((left, { id }) => left - peopleOf(id), whole)
  if (children.length === 0) return null
  return (
    <Section title={`Within it, ${children.length}`} aside="people · share">
      <ul>
        {children.map(({ id, name, tint }) => (
          <li key={id}>
            <button
              type="button"
              className="within-row"
              onClick={() => screen.setState({ selection: { type: 'row', table: 'zones', id } })}
            >
              <span className="zone-swatch" style={{ background: `var(--zone-${tint})` }} />
              <span className="name" title={name}>
                {name}
              </span>
              <Counts people={peopleOf(id)} whole={whole} />
            </button>
          </li>
        ))}
        <li className="within-row">
          <span />
          <span className="light">In none of them</span>
          <Counts people={Math.max(0, rest)} whole={whole} />
        </li>
      </ul>
    </Section>
  )
}

function Counts({ people, whole }: { readonly people: number; readonly whole: number }) {
  return (
    <>
      <span className="number">
        <Figure {...peopleShown(people)} />
      </span>
      <span className="number">
        <Figure value={percent(people / whole)} unit={whole > 0 ? '%' : ''} />
      </span>
    </>
  )
}
