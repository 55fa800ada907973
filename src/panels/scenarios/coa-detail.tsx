import type { Command } from '#core/commands/command.ts'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { deleteScenario } from '#core/commands/scenarios/delete-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { scenariosInOrder } from '#core/document.ts'
import { keyBetween } from '#core/order-key.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Assumptions } from './assumptions.tsx'
import { ChangedNotice } from './changed-notice.tsx'
import { ForceStart } from './force-start.tsx'
import { UnderChip } from './under-chip.tsx'

/** Runs a command; what keeps it from being done stands in the sheet. */
export type RunTold = <A>(command: Command<A>, args: A) => boolean

type DetailProps = {
  readonly scenario: Scenario
  readonly run: RunTold
  readonly tell: (sentence: string | null) => void
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** All of one course of action that is not drawn on a map, and what can be done with it. */
export function CoaDetail(props: DetailProps) {
  const { scenario, run, tell } = props
  const document = useDocument((state) => state.document)
  const { id, name, title, isBaseline } = scenario
  const set = (fields: Partial<Omit<Scenario, 'id'>>) => run(editScenario, { id, fields })
  const parent = document.tables.scenarios.get(scenario.parentId ?? '')
  return (
    <div className="coa-detail">
      {isBaseline ? (
        <p>
          <b>{name}</b>: what stands today. Every COA is compared with it, so it takes no plan, is
          never archived and cannot be deleted.
        </p>
      ) : (
        <>
          <NameField label="Name" value={name} onSettle={(text) => set({ name: text })} />
          <NameField
            label="What it is about"
            value={title}
            isOptional
            onSettle={(text) => set({ title: text })}
          />
          <p className="light">
            {parent ? `Branched from ${parent.name}. ` : 'What it was branched from is not known. '}
            <UnderChip scenarioId={id} />
          </p>
          <ChangedNotice scenario={scenario} />
          <Assumptions scenario={scenario} onSet={(assumptions) => set({ assumptions })} />
          <ForceStart scenario={scenario} tell={tell} onSet={(forceAt) => set({ forceAt })} />
        </>
      )}
      <Acts {...props} />
    </div>
  )
}

function Acts({ scenario, run, tell, onChoose, onClose }: DetailProps) {
  const { screen, newId } = useRoom()
  const document = useDocument((state) => state.document)
  const { id, name, isBaseline, isArchived } = scenario
  const all = scenariosInOrder(document)
  const begin = (copyOf: Scenario | null) => {
    const number = 1 + Math.max(0, ...all.map((row) => row.number))
    const start = {
      id: newId(),
      name: `COA ${number}`,
      title: copyOf ? copyOf.title : '',
      copyOfId: copyOf?.id ?? null,
    }
    if (!run(addScenario, start)) return
    screen.setState({ scenarioId: start.id })
    onChoose(start.id)
  }
  const letGo = () => {
    if (screen.getState().scenarioId === id) screen.setState({ scenarioId: null, selection: null })
  }
  const archive = () => {
    if (!run(editScenario, { id, fields: { isArchived: !isArchived } })) return
    if (!isArchived) letGo()
  }
  const remove = () => {
    if (!run(deleteScenario, { id })) return
    letGo()
    tell(`${name} is deleted, with its zones, postings and slides. Undo (Ctrl Z) brings it back.`)
  }
  const show = () => {
    screen.setState({ scenarioId: id })
    onClose()
  }
  const reasonToKeep = deleteScenario.blocked(document, { id })
  return (
    <div className="coa-acts">
      {isArchived ? null : <Button onPress={show}>Show it</Button>}
      <Button onPress={() => begin(null)}>New from the current posture</Button>
      {isBaseline ? null : (
        <>
          <Button onPress={() => begin(scenario)}>Branch from {name}</Button>
          {isArchived ? null : <Order scenario={scenario} run={run} />}
          <Button onPress={archive}>{isArchived ? 'Bring back' : 'Archive'}</Button>
          <Button look="text" onPress={remove} isDisabled={reasonToKeep !== null}>
            Delete
          </Button>
          {reasonToKeep ? <p className="light">{reasonToKeep}</p> : null}
        </>
      )}
    </div>
  )
}

/** Moves a COA one place among those to choose from; the current posture stays first. */
function Order({ scenario, run }: { readonly scenario: Scenario; readonly run: RunTold }) {
  const document = useDocument((state) => state.document)
  const row = scenariosInOrder(document).filter(({ isArchived }) => !isArchived)
  const at = row.findIndex(({ id }) => id === scenario.id)
  const moveBetween = (before: Scenario | undefined, after: Scenario | undefined) => {
    const low = before?.orderKey ?? null
    const high = after?.orderKey ?? null
    const orderKey = keyBetween(low, low !== null && high !== null && !(low < high) ? null : high)
    run(editScenario, { id: scenario.id, fields: { orderKey } })
  }
  const isFirst = at <= 0 || (row[at - 1]?.isBaseline ?? true)
  return (
    <>
      <Button isDisabled={isFirst} onPress={() => moveBetween(row[at - 2], row[at - 1])}>
        Earlier
      </Button>
      <Button
        isDisabled={at >= row.length - 1}
        onPress={() => moveBetween(row[at + 1], row[at + 2])}
      >
        Later
      </Button>
    </>
  )
}
