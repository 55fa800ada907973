import { peopleShown, percent } from '#core/figures.ts'
import type { Zone } from '#core/records/zone.ts'
import { useRoom } from '#ui/room.tsx'
import { Figure, Section } from '#ui/widgets/paper.tsx'
import type { StatisticsById } from './use-zones.ts'
import { withinShares } from './within-shares.ts'

/**
 * What lies in a zone and how its people share out. Zones of the largest kind in it and those in none
 * of these add up to its own; those of smaller kinds stand apart, in no sum.
 */
export function WithinSection(props: {
  readonly zone: Zone
  readonly zones: readonly Zone[]
  readonly statistics: StatisticsById
}) {
  const peopleOf = (id: string) => props.statistics.get(id)?.peopleCount ?? Number.NaN
  const whole = peopleOf(props.zone.id)
  const { counted, apart, restCount } = withinShares(props.zones, props.zone.id, peopleOf)
  if (counted.length === 0) return null
  const row = (zone: Zone) => (
    <WithinRow key={zone.id} zone={zone} people={peopleOf(zone.id)} whole={whole} />
  )
  return (
    <Section title={`Within it, ${counted.length + apart.length}`} aside="people · share">
      <ul>
        {counted.map(row)}
        <li className="within-row">
          <span />
          <span className="light">
            {restCount < 0 ? 'Too many: they overlap or reach out' : 'In none of them'}
          </span>
          <Counts people={Math.abs(restCount)} whole={whole} />
        </li>
      </ul>
      {apart.length > 0 ? (
        <>
          <p className="light">Of smaller kinds, in no sum</p>
          <ul>{apart.map(row)}</ul>
        </>
      ) : null}
    </Section>
  )
}

function WithinRow(props: {
  readonly zone: Zone
  readonly people: number
  readonly whole: number
}) {
  const { screen } = useRoom()
  const { id, name, tint } = props.zone
  return (
    <li>
      <button
        type="button"
        className="within-row"
        onClick={() => screen.setState({ selection: { type: 'row', table: 'zones', id } })}
      >
        <span className="zone-swatch" style={{ background: `var(--zone-${tint})` }} />
        <span className="name" title={name}>
          {name}
        </span>
        <Counts people={props.people} whole={props.whole} />
      </button>
    </li>
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
