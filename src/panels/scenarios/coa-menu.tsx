import { useState } from 'react'
import { addScenario } from '#core/commands/scenarios/add-scenario.ts'
import { deleteScenario } from '#core/commands/scenarios/delete-scenario.ts'
import { editScenario } from '#core/commands/scenarios/edit-scenario.ts'
import { baselineOf, scenariosInOrder } from '#core/document.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useDocument, useRoom, useRun } from '#ui/room.tsx'
import { Dialog } from '#ui/widgets/dialog.tsx'
import { MenuButton } from '#ui/widgets/menu-button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { ShocksSheet } from '../shocks/shocks-sheet.tsx'
import { CoaSheet } from './coa-sheet.tsx'

/** Begins a course of action, empty or as a copy, and shows it. */
export function useNewCoa(): (copyOfId: string | null) => void {
  const { documents, screen, newId } = useRoom()
  const run = useRun()
  return (copyOfId) => {
    const id = newId()
    const earlier = scenariosInOrder(documents.getState().document)
    const number = 1 + Math.max(0, ...earlier.map((row) => row.number))
    const start = { id, name: `COA ${number}`, title: '', copyOfId }
    if (run(addScenario, start)) screen.setState({ scenarioId: id })
  }
}

/** Makes, copies, renames, archives and deletes courses of action; the current posture stays what it is. */
export function CoaMenu({ scenarioId }: { readonly scenarioId: string | null }) {
  const document = useDocument((state) => state.document)
  const { screen, tell } = useRoom()
  const run = useRun()
  const begin = useNewCoa()
  const [isNaming, setNaming] = useState(false)
  const [isShocking, setShocking] = useState(false)
  const [isListed, setListed] = useState(false)
  const scenario = document.tables.scenarios.get(scenarioId ?? '') ?? baselineOf(document)
  const discard = ({ id, name }: Scenario) => {
    if (!run(deleteScenario, { id })) return
    screen.setState({ scenarioId: null, selection: null })
    tell(`${name} is deleted, with its zones, postings and slides. Undo brings it back.`)
  }
  const archive = ({ id, name }: Scenario) => {
    if (!run(editScenario, { id, fields: { isArchived: true } })) return
    screen.setState({ scenarioId: null, selection: null })
    tell(
      `${name} is archived: it is in no list to choose from. Courses of action … brings it back.`,
    )
  }
  if (!scenario) return null
  const { isBaseline, name } = scenario
  return (
    <>
      <MenuButton
        label="What to do with COAs"
        actions={[
          { id: 'new', name: 'New COA' },
          { id: 'copy', name: `Copy ${name}`, isDisabled: isBaseline },
          { id: 'name', name: `Rename ${name} …`, isDisabled: isBaseline },
          { id: 'shocks', name: isBaseline ? 'Shocks …' : `Put ${name} under shocks …` },
          { id: 'list', name: 'Courses of action …' },
          { id: 'archive', name: `Archive ${name}`, isDisabled: isBaseline },
          { id: 'delete', name: `Delete ${name}`, isDisabled: isBaseline },
        ]}
        onAction={(id) => {
          if (id === 'new') begin(null)
          if (id === 'copy') begin(scenario.id)
          if (id === 'name') setNaming(true)
          if (id === 'shocks') setShocking(true)
          if (id === 'list') setListed(true)
          if (id === 'archive') archive(scenario)
          if (id === 'delete') discard(scenario)
        }}
      />
      <CoaSheet isOpen={isListed} onClose={() => setListed(false)} scenarioId={scenario.id} />
      <ShocksSheet isOpen={isShocking} onClose={() => setShocking(false)} />
      <Dialog title="What this COA is called" isOpen={isNaming} onClose={() => setNaming(false)}>
        <NameField
          label="Name"
          value={name}
          onSettle={(text) => run(editScenario, { id: scenario.id, fields: { name: text } })}
        />
        <NameField
          label="What it is about"
          value={scenario.title}
          onSettle={(text) => run(editScenario, { id: scenario.id, fields: { title: text } })}
        />
      </Dialog>
    </>
  )
}
