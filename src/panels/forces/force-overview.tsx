import { counted } from '#core/figures.ts'
import { BASE_KIND_NAMES, choicesOf, UNIT_KIND_NAMES } from '#core/record-names.ts'
import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'
import { strengthOf, strengthText, strengthWords, summed } from '#core/task-organisation.ts'
import { useRoom } from '#ui/room.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { useForceNow } from './use-force-now.ts'

/** All of the force by kind, and the bases that it lives at. */
export function ForceOverview() {
  const { units, bases } = useForceNow()
  const { screen } = useRoom()
  const all = [...units.values()]
  const places = [...bases.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return (
    <Paper
      title="Forces"
      about={`${counted(all.length, 'unit')}, ${strengthWords(summed(all.map(strengthOf)))}. Press one in the tree to see and change it.`}
    >
      <Section title="By kind" aside="units · people">
        {all.length === 0 ? <Empty>There are no units yet.</Empty> : <KindTable units={all} />}
      </Section>
      <Section title={`Bases, ${places.length}`} aside="units · people">
        {places.length === 0 ? <Empty>There are no bases yet. Import them.</Empty> : null}
        <ul className="force-bases">
          {places.map((base) => (
            <li key={base.id}>
              <button
                type="button"
                className="force-base"
                onClick={() =>
                  screen.setState({ selection: { type: 'row', table: 'bases', id: base.id } })
                }
              >
                <BaseLine base={base} units={all.filter(({ baseId }) => baseId === base.id)} />
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </Paper>
  )
}

function KindTable({ units }: { readonly units: readonly Unit[] }) {
  return (
    <dl className="force-kinds">
      {choicesOf(UNIT_KIND_NAMES)
        .map(({ id, name }) => ({
          name,
          own: units.filter(({ kind }) => kind === id),
        }))
        .filter(({ own }) => own.length > 0)
        .map(({ name, own }) => (
          <div key={name} className="force-kind">
            <dt>{name}</dt>
            <dd className="number">{own.length}</dd>
            <dd className="number">{strengthText(summed(own.map(strengthOf)))}</dd>
          </div>
        ))}
    </dl>
  )
}

function BaseLine({ base, units }: { readonly base: Base; readonly units: readonly Unit[] }) {
  return (
    <>
      <span className="force-name">
        <span>{base.name}</span>
        <span className="force-note">{BASE_KIND_NAMES[base.kind]}</span>
      </span>
      <span className="number">{units.length === 0 ? 'no units' : units.length}</span>
      <span className="number">
        {units.length === 0 ? '' : strengthText(summed(units.map(strengthOf)))}
      </span>
    </>
  )
}
