import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import { operationOf } from '#core/document.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import type { Storage } from '#storage/open-storage.ts'
import { useDocument } from '#ui/room.tsx'

type Head = Awaited<ReturnType<Storage['listOperations']>>[number]

export type MenuAction =
  | { readonly type: 'open'; readonly operationId: string }
  | {
      readonly type:
        | 'new'
        | 'openFile'
        | 'export'
        | 'import'
        | 'exportData'
        | 'sample'
        | 'settings'
        | 'vehicles'
        | 'shocks'
        | 'history'
        | 'ages'
        | 'keeping'
        | 'delete'
        | 'device'
        | 'erase'
    }

const ACTIONS: readonly {
  readonly type: Exclude<MenuAction['type'], 'open'>
  readonly name: string
}[] = [
  { type: 'import', name: 'Import data …' },
  { type: 'exportData', name: 'Export data …' },
  { type: 'history', name: 'Changes …' },
  { type: 'ages', name: 'Age of data …' },
  { type: 'keeping', name: 'Keeping and deleting …' },
  { type: 'settings', name: 'Settings …' },
  { type: 'vehicles', name: 'Vehicles and speeds …' },
  { type: 'shocks', name: 'Shocks …' },
  { type: 'export', name: 'Save to a file' },
]
const OTHERS: typeof ACTIONS = [
  { type: 'new', name: 'New operation from data …' },
  { type: 'openFile', name: 'Open a file …' },
  { type: 'sample', name: 'Open the built-in theatre' },
]

const DEVICE: typeof ACTIONS = [
  { type: 'device', name: 'Passphrase and locking …' },
  { type: 'erase', name: 'Erase everything …' },
]

/** The operation's name; behind it everything that is done with operations as a whole. */
export function OperationMenu(props: {
  readonly storage: Storage
  readonly onAction: (action: MenuAction) => void
}) {
  const name = useDocument((state) => operationOf(state.document).name)
  const openId = useDocument((state) => state.document.id)
  const [heads, setHeads] = useState<readonly Head[]>([])
  const others = heads.filter(({ operationId }) => operationId !== openId)
  return (
    <MenuTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) props.storage.listOperations().then(setHeads, () => setHeads([]))
      }}
    >
      <AriaButton className="operation" aria-label={`Operation ${name}`}>
        <span title={name}>{name}</span>
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover">
        <Menu
          className="menu"
          onAction={(key) => {
            const id = String(key)
            if (id.startsWith('open:')) props.onAction({ type: 'open', operationId: id.slice(5) })
            else props.onAction({ type: id as Exclude<MenuAction['type'], 'open'> })
          }}
        >
          <MenuSection>
            <Header className="menu-head">This operation</Header>
            {ACTIONS.map(({ type, name: text }) => (
              <MenuItem key={type} id={type} className="menu-item">
                {text}
              </MenuItem>
            ))}
            <MenuItem id="delete" className="menu-item">
              Delete …
            </MenuItem>
          </MenuSection>
          <MenuSection>
            <Header className="menu-head">Another</Header>
            {OTHERS.map(({ type, name: text }) => (
              <MenuItem key={type} id={type} className="menu-item">
                {text}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection>
            <Header className="menu-head">This device</Header>
            {DEVICE.map(({ type, name: text }) => (
              <MenuItem key={type} id={type} className="menu-item">
                {text}
              </MenuItem>
            ))}
          </MenuSection>
          {others.length > 0 ? (
            <MenuSection>
              <Header className="menu-head">Kept on this device</Header>
              {others.map(({ operationId, name: other, savedAt }) => (
                <MenuItem
                  key={operationId}
                  id={`open:${operationId}`}
                  textValue={other}
                  className="menu-item"
                >
                  <span>{other}</span>
                  <span className="menu-note">{dateTimeGroup(savedAt)}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
