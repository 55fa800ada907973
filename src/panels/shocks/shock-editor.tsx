import { X } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { editShock } from '#core/commands/shocks/edit-shock.ts'
import { scenariosInOrder } from '#core/document.ts'
import { freeName } from '#core/free-name.ts'
import type { Scenario } from '#core/records/scenario.ts'
import type { Shock } from '#core/records/shock.ts'
import { restrictionsOfShock } from '#core/shocks-of.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import type { Told } from '#ui/use-told.ts'
import { Button } from '#ui/widgets/button.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { SOURCE_KINDS, type SourceKind } from './shock-sources.ts'
import { SOURCE_NAMES } from './source-names.ts'

const SEASONS = [
  { id: 'none', name: 'as it is' },
  { id: 'wet', name: 'wet' },
  { id: 'dry', name: 'dry' },
] as const

/** What one shock holds, and which COAs are tried under it. */
export function ShockEditor(props: {
  readonly shock: Shock
  readonly run: Told['run']
  readonly onAdd: (kind: SourceKind) => void
  readonly onRemove: () => void
}) {
  const { shock, run } = props
  const { id, name, season, lostBaseIds } = shock
  const document = useDocument((state) => state.document)
  const restrictions = restrictionsOfShock(document, id)
  const bases = lostBaseIds.map((baseId) => ({
    id: baseId,
    name: document.tables.bases.get(baseId)?.name ?? baseId,
  }))
  const edit = (fields: Partial<Omit<Shock, 'id'>>) => run(editShock, { id, fields })
  return (
    <section className="shock-editor" aria-label={name}>
      <NameField label="Name" value={name} onSettle={(text) => edit({ name: text })} />
      <div className="shock-part">
        <span className="field-label">Season</span>
        <Segment
          label="Season"
          choices={SEASONS}
          value={season ?? 'none'}
          onChange={(chosen) => edit({ season: chosen === 'none' ? null : chosen })}
        />
      </div>
      <div className="shock-part">
        <span className="field-label">What it takes away or restricts</span>
        {bases.length + restrictions.length === 0 ? (
          <p className="shock-note">Nothing yet.</p>
        ) : null}
        <ul className="shock-holds">
          {bases.map((base) => (
            <Held
              key={base.id}
              name={base.name}
              note="base lost"
              onTakeOut={() =>
                edit({ lostBaseIds: lostBaseIds.filter((each) => each !== base.id) })
              }
            />
          ))}
          {restrictions.map((row) => (
            <Held
              key={row.id}
              name={row.name}
              note="restriction"
              onTakeOut={() => run(editShock, { id, removedIds: [row.id] })}
            />
          ))}
        </ul>
        <div className="shock-adds">
          {SOURCE_KINDS.map((kind) => (
            <Button key={kind} look="text" onPress={() => props.onAdd(kind)}>
              {SOURCE_NAMES[kind].add}
            </Button>
          ))}
        </div>
      </div>
      <TriedBy shock={shock} run={run} />
      <p className="source-foot">
        <Button onPress={props.onRemove}>Remove this shock</Button>
      </p>
    </section>
  )
}

function Held(props: {
  readonly name: string
  readonly note: string
  readonly onTakeOut: () => void
}) {
  return (
    <li>
      <span>{props.name}</span>
      <span className="menu-note">{props.note}</span>
      <Button look="icon" label={`Take out ${props.name}`} onPress={props.onTakeOut}>
        <X size={13} />
      </Button>
    </li>
  )
}

/** Chips of the COAs; the current posture is what is there, and a COA of it is made in one press. */
function TriedBy({ shock, run }: { readonly shock: Shock; readonly run: Told['run'] }) {
  const { screen, newId } = useRoom()
  const document = useDocument((state) => state.document)
  const scenarios = scenariosInOrder(document)
  const put = (scenario: Scenario, isUnder: boolean) => {
    const others = scenario.shockIds.filter((id) => id !== shock.id)
    const shockIds = isUnder ? [...others, shock.id] : others
    run(editScenario, { id: scenario.id, fields: { shockIds } })
  }
  const tryPosture = () => {
    const names = scenarios.map(({ name }) => name)
    const start = {
      id: newId(),
      name: freeName('Posture', names),
      title: 'What stands today, tried',
      copyOfId: null,
      shockIds: [shock.id],
    }
    if (run(addScenario, start)) screen.setState({ scenarioId: start.id })
  }
  return (
    <div className="shock-part">
      <span className="field-label">Tried by</span>
      <div className="shock-chips">
        {scenarios
          .filter(({ isBaseline, isArchived }) => !isBaseline && !isArchived)
          .map((scenario) => (
            <ToggleButton
              key={scenario.id}
              className="shock-chip"
              isSelected={scenario.shockIds.includes(shock.id)}
              onChange={(isUnder) => put(scenario, isUnder)}
            >
              <CoaMark scenario={scenario} /> {scenario.name}
            </ToggleButton>
          ))}
        <Button look="text" onPress={tryPosture}>
          Try the current posture, as a new COA
        </Button>
      </div>
    </div>
  )
}
