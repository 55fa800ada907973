import { useMemo, useState } from 'react'
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
import { gridReferenceAs } from '#core/geo/grid-reference.ts'
import { readPosition } from '#core/geo/read-position.ts'
import type { LonLat } from '#core/place.ts'
import { restrictionSheet } from '#panels/access/draw-restriction.ts'
import type { ScreenState } from '#state/screen-store.ts'
import { useDocument, useRoom } from '#ui/room.tsx'
import type { RoomCommand } from './commands.ts'
import { createFinder, type Findable, findables } from './find.ts'

type Found = {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly key: string
  readonly act: () => void
}

/** Finds places, units, commands and coordinates: Ctrl K. */
export function Palette(props: {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly commands: readonly RoomCommand[]
}) {
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
          <Finder commands={props.commands} onClose={props.onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder(props: {
  readonly commands: readonly RoomCommand[]
  readonly onClose: () => void
}) {
  const [text, setText] = useState('')
  const { found, hint } = useFound(text, props.commands)
  return (
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
          props.onClose()
          found.find((entry) => entry.id === id)?.act()
        }}
      >
        {(entry) => (
          <ListBoxItem id={entry.id} textValue={entry.title} className="menu-item">
            <span>
              {entry.title} <span className="menu-note">{entry.note}</span>
            </span>
            {entry.key ? <kbd>{entry.key}</kbd> : null}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}

function useFound(text: string, commands: readonly RoomCommand[]) {
  const { screen } = useRoom()
  const document = useDocument((state) => state.document)
  const find = useMemo(() => createFinder(findables(document)), [document])
  return useMemo(() => {
    const query = text.trim()
    const position = query === '' ? null : readPosition(query)
    const lower = query.toLowerCase()
    const matching = commands
      .filter(({ title }) => lower !== '' && title.toLowerCase().includes(lower))
      .map(
        ({ id, title, keyText, act }): Found => ({
          id: `command:${id}`,
          title,
          note: 'command',
          key: keyText,
          act,
        }),
      )
    const flyTo = (centre: LonLat, zoom: number) => screen.setState({ flight: { centre, zoom } })
    const places = find(query).map((entry) => placeFound(entry, screen.setState, flyTo))
    if (query === '') {
      const all = commands.map(({ id, title, keyText, act }) => ({
        id: `command:${id}`,
        title,
        note: '',
        key: keyText,
        act,
      }))
      return { found: all, hint: null }
    }
    if (position?.ok) {
      const { centre, precisionMetres } = position
      const here: Found = {
        id: 'coordinate',
        title: gridReferenceAs(centre, precisionMetres) ?? 'Beyond the MGRS grid',
        note: `${centre[1].toFixed(5)}, ${centre[0].toFixed(5)} WGS 84, ${position.precision}`,
        key: 'Enter',
        act: () => flyTo(centre, zoomFor(precisionMetres)),
      }
      return { found: [here, ...places, ...matching], hint: null }
    }
    return { found: [...places, ...matching], hint: position?.why ?? null }
  }, [text, commands, find, screen])
}

/** Close enough to see what was typed, and far enough to see all of its square. */
function zoomFor(squareMetres: number | null): number {
  if (squareMetres === null || squareMetres < 10_000) return 12
  return squareMetres < 100_000 ? 10 : 7
}

function placeFound(
  entry: Findable,
  setScreen: (part: Partial<ScreenState>) => void,
  flyTo: (centre: LonLat, zoom: number) => void,
): Found {
  return {
    id: entry.id,
    title: entry.title,
    note: entry.note,
    key: '',
    act: () => {
      setScreen({
        selection: { type: 'row', table: entry.table, id: entry.rowId },
        ...(entry.table === 'restrictions' ? restrictionSheet(entry.rowId) : {}),
      })
      if (entry.position) flyTo(entry.position, 10.5)
    },
  }
}
