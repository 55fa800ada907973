import { Moon, Plus, Redo2, Search, Sun, Undo2 } from 'lucide-react'
import { operationOf } from '#core/document.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { UnderChip } from '#panels/scenarios/under-chip.tsx'
import { PLACES } from '#state/screen-store.ts'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import type { Autosave } from '../autosave.ts'
import type { DialogName } from '../dialogs/dialogs.tsx'
import { addThisView } from '../places/brief/add-this-view.ts'
import { PLACE_NAMES } from './places.ts'
import { SavedState } from './saved-state.tsx'

/** Wordmark and operation, the five places and the search, saved state and clock. */
export function TitleBar(props: {
  readonly autosave: Autosave
  readonly menu: React.ReactNode
  readonly onDialog: (dialog: DialogName) => void
}) {
  return (
    <header className="title">
      <div className="title-left">
        <span className="wordmark">Commonground</span>
        {props.menu}
      </div>
      <div className="title-middle">
        <Tabs />
        <Under />
        <AddView />
        <button
          type="button"
          className="search"
          aria-keyshortcuts="Control+K"
          onClick={() => props.onDialog('palette')}
        >
          <Search size={15} aria-hidden />
          <span>Find place, unit, command</span>
          <kbd>Ctrl K</kbd>
        </button>
      </div>
      <div className="title-right">
        <SavedState autosave={props.autosave} />
        <span className="title-tools">
          <UndoRedo />
          <ThemeSwitch />
        </span>
        <Clock onPress={() => props.onDialog('settings')} />
      </div>
    </header>
  )
}

function Tabs() {
  const { screen } = useRoom()
  const place = useScreen((state) => state.place)
  return (
    <nav className="tabs" aria-label="Places">
      {PLACES.map((id) => (
        <button
          key={id}
          type="button"
          className="tab"
          aria-current={id === place ? 'page' : undefined}
          onClick={() => screen.setState({ place: id, tool: 'select' })}
        >
          {PLACE_NAMES[id]}
        </button>
      ))}
    </nav>
  )
}

/** Where one scenario is on screen, whether its figures are facts; Compare and Brief say it of each. */
function Under() {
  const place = useScreen((state) => state.place)
  const scenarioId = useScreen((state) => state.scenarioId)
  if (place === 'compare' || place === 'brief') return null
  return <UnderChip scenarioId={scenarioId} />
}

/** Takes what the screen shows into the briefing, from every place but the briefing itself. */
function AddView() {
  const room = useRoom()
  const place = useScreen((state) => state.place)
  if (place === 'brief') return null
  return (
    <Button hint="Add this view to the briefing (Ctrl+Shift+A)" onPress={() => addThisView(room)}>
      <Plus size={14} aria-hidden /> Add view
    </Button>
  )
}

function UndoRedo() {
  const { documents } = useRoom()
  const last = useDocument((state) => state.done.at(-1)?.note ?? null)
  const next = useDocument((state) => state.undone.at(-1)?.note ?? null)
  return (
    <>
      <Button
        look="icon"
        label="Undo"
        hint={last === null ? 'Nothing to undo' : `Undo: ${last} (Ctrl+Z)`}
        isDisabled={last === null}
        onPress={() => documents.getState().undo()}
      >
        <Undo2 size={16} />
      </Button>
      <Button
        look="icon"
        label="Redo"
        hint={next === null ? 'Nothing to do again' : `Do again: ${next} (Ctrl+Shift+Z)`}
        isDisabled={next === null}
        onPress={() => documents.getState().redo()}
      >
        <Redo2 size={16} />
      </Button>
    </>
  )
}

function ThemeSwitch() {
  const { screen } = useRoom()
  const theme = useScreen((state) => state.theme)
  const other = theme === 'light' ? 'dark' : 'light'
  return (
    <Button
      look="icon"
      label={`Change to the ${other} theme`}
      onPress={() => screen.setState({ theme: other })}
    >
      {theme === 'light' ? <Moon size={15} /> : <Sun size={15} />}
    </Button>
  )
}

/** The instant for which the picture is drawn; pressing it sets another. */
function Clock({ onPress }: { readonly onPress: () => void }) {
  const planningAt = useDocument((state) => operationOf(state.document).planningAt)
  return (
    <button type="button" className="clock" onClick={onPress} title="Set the planning time (T)">
      <bdi dir="ltr" className="mono">
        {dateTimeGroup(planningAt)}
      </bdi>
      <span className="light">planning time</span>
    </button>
  )
}
