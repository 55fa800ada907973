import { startTransition, useCallback, useEffect, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { type Found, useFound } from '../search/use-found.ts'
import type { RoomCommand } from './commands.ts'

type PaletteProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** A shock stands in the sheet of shocks alone. */
  readonly onShocks: () => void
  readonly commands: readonly RoomCommand[]
}

/** Finds places, units, decisions, incidents, commands and coordinates: Ctrl K. */
export function Palette(props: PaletteProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose()
      }}
    >
      <Modal className="dialog palette">
        <Dialog className="dialog-inner" aria-label="Find place, unit, command or coordinate">
          <Finder {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ commands, onClose, onShocks }: PaletteProps) {
  const [text, setText] = useState('')
  const openShocks = useCallback(() => onShocks(), [onShocks])
  const { found: all, hint } = useFound(text, commands, openShocks)
  const found = useFirstFew(all, text !== '')
  return (
    // What answers is decided here: the list takes every row that it is given.
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField className="palette-field" aria-label="Find" autoFocus>
        <Input className="palette-input" placeholder="Place, unit, command, or 29N NH 2296 6437" />
      </SearchField>
      {hint ? <p className="palette-hint">{hint}</p> : null}
      <ListBox
        className="menu palette-list"
        aria-label="Found"
        items={found}
        dependencies={[found]}
        selectionMode="none"
        renderEmptyState={() => (
          <p className="palette-hint">
            Nothing is called that. Try fewer letters, or a coordinate.
          </p>
        )}
        onAction={(id) => {
          onClose()
          found.find((entry) => entry.id === id)?.act()
        }}
      >
        {(entry) => (
          <ListBoxItem id={entry.id} textValue={entry.title} className="menu-item palette-row">
            <Row entry={entry} />
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}

/** What fills the list at first: all commands are many to draw before the sheet is seen. */
const AT_FIRST = 14

/** The first few as the list opens, then all; once something is typed, all at once. */
function useFirstFew(all: readonly Found[], isTyped: boolean): readonly Found[] {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => startTransition(() => setOpen(true)), [])
  return isOpen || isTyped ? all : all.slice(0, AT_FIRST)
}

function Row({ entry }: { readonly entry: Found }) {
  const { title, note, grid, key: keys } = entry
  return (
    <>
      <span className="palette-what">
        <span className="palette-title" dir="auto">
          {title}
        </span>
        {note ? <span className="menu-note palette-note">{note}</span> : null}
      </span>
      {grid ? (
        <bdi className="mono palette-grid" dir="ltr">
          {grid}
        </bdi>
      ) : null}
      {keys ? <kbd>{keys}</kbd> : null}
    </>
  )
}
