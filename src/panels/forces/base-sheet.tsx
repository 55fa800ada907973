import { removeBase } from '#core/commands/bases/remove-base.ts'
import { grouped } from '#core/figures.ts'
import { forceOf } from '#core/force-at.ts'
import { gridReference } from '#core/geo/grid-reference.ts'
import { BASE_KIND_NAMES } from '#core/record-names.ts'
import type { Base } from '#core/records/base.ts'
import { inOrder, strengthOf, strengthText } from '#core/task-organisation.ts'
import { useDocument, useRoom, useRun, useScenarioId } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'

/** One base: who lives there, which zones are served from it; and it can be taken out. */
export function BaseSheet({ base }: { readonly base: Base }) {
  const document = useDocument((state) => state.document)
  const { screen } = useRoom()
  const run = useRun()
  const scenarioId = useScenarioId()
  const { zones } = document.tables
  const { units } = forceOf(document, scenarioId)
  const here = inOrder(units.filter(({ baseId }) => baseId === base.id))
  const served = [...zones.values()].filter(
    (zone) => zone.scenarioId === scenarioId && zone.baseId === base.id,
  )
  const reason = removeBase.blocked(document, { id: base.id })
  const remove = () => {
    if (run(removeBase, { id: base.id })) screen.setState({ selection: null })
  }
  return (
    <Paper
      title={base.name}
      about={`${BASE_KIND_NAMES[base.kind]} · room for ${grouped(base.capacityUnits)} capacity units`}
      action={<ToTheMap base={base} />}
      foot={
        <>
          <Button look="text" onPress={remove} isDisabled={reason !== null}>
            Remove base
          </Button>
          <Button onPress={() => screen.setState({ selection: null })}>All forces</Button>
        </>
      }
    >
      <Section title="Where">
        <p className="mono">{gridReference(base.position) ?? 'no grid reference'}</p>
      </Section>
      <Section title={`Units here, ${here.length}`} aside="own people">
        {here.length === 0 ? <Empty>No unit lives here.</Empty> : null}
        <ul className="force-bases">
          {here.map((unit) => (
            <li key={unit.id}>
              <button
                type="button"
                className="force-base"
                onClick={() =>
                  screen.setState({ selection: { type: 'row', table: 'units', id: unit.id } })
                }
              >
                <span className="force-name">{unit.name}</span>
                <span />
                <span className="number">{strengthText(strengthOf(unit))}</span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Zones served from here">
        <p>
          {served.length === 0
            ? 'No zone of this COA names this base.'
            : served.map(({ name }) => name).join(', ')}
        </p>
      </Section>
      {reason ? (
        <Section title="It cannot be removed now">
          <p>{reason}</p>
        </Section>
      ) : null}
    </Paper>
  )
}

/** Flies to a base. */
export function ToTheMap({ base }: { readonly base: Base }) {
  const { screen } = useRoom()
  return (
    <Button onPress={() => screen.setState({ flight: { centre: base.position, zoom: 10 } })}>
      Show
    </Button>
  )
}
