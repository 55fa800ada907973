import type { Base } from '#core/records/base.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'

/** Bases that zones begin at. */
export function SeedTicks(props: {
  readonly bases: readonly Base[]
  readonly hasUnits: (id: string) => boolean
  readonly chosen: readonly string[]
  readonly onChosen: (ids: readonly string[]) => void
}) {
  const { bases, chosen } = props
  const tick = (id: string, isOn: boolean) =>
    props.onChosen(
      bases.map((base) => base.id).filter((each) => (each === id ? isOn : chosen.includes(each))),
    )
  return (
    <Section
      title="Bases to begin at"
      aside={
        <Button
          look="text"
          hint="All with units, headquarters apart"
          onPress={() => props.onChosen(bases.map(({ id }) => id).filter(props.hasUnits))}
        >
          {`${chosen.length} of ${bases.length}`}
        </Button>
      }
    >
      {bases.length === 0 ? <p className="empty">There is no base to begin a zone at.</p> : null}
      <ul className="seed-ticks">
        {bases.map(({ id, name }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => tick(id, event.currentTarget.checked)}
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
    </Section>
  )
}
