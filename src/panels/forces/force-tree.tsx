import { ChevronRight, GripVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import type { Unit } from '#core/records/unit.ts'
import { strengthText, strengthWords } from '#core/task-organisation.ts'
import { Empty } from '#ui/widgets/states.tsx'
import type { ForceRow } from './force-rows.ts'
import { useUnitDrag } from './use-unit-drag.ts'

/** A unit’s symbol, as the map draws it. */
export type SymbolOf = (unit: Unit) => ReactNode

type TreeProps = {
  readonly label: string
  readonly rows: readonly ForceRow[]
  readonly symbolOf: SymbolOf
  readonly openKeys: ReadonlySet<string>
  readonly onOpen: (keys: ReadonlySet<string>) => void
  readonly selectedKeys: ReadonlySet<string>
  readonly onSelect: (keys: ReadonlySet<string>) => void
  /** Units that were let go on a row. */
  readonly onMove: (unitIds: readonly string[], toKey: string) => void
}

/**
 * Units in a tree. They are moved with the pointer, or by key: to the right from the row to its handle,
 * Enter, the arrows to where they shall go, Enter.
 */
export function ForceTree(props: TreeProps) {
  const { dragAndDropHooks } = useUnitDrag(props.rows, props.onMove)
  return (
    <Tree
      className="force-tree"
      aria-label={props.label}
      items={props.rows}
      selectionMode="multiple"
      selectionBehavior="replace"
      selectedKeys={props.selectedKeys}
      onSelectionChange={(keys) => {
        if (keys !== 'all') props.onSelect(new Set([...keys].map(String)))
      }}
      expandedKeys={props.openKeys}
      onExpandedChange={(keys) => props.onOpen(new Set([...keys].map(String)))}
      dragAndDropHooks={dragAndDropHooks}
      dependencies={[props.symbolOf]}
      renderEmptyState={() => <Empty>No unit is called so. Try another part of its name.</Empty>}
    >
      {(row) => <Item row={row} symbolOf={props.symbolOf} />}
    </Tree>
  )
}

function Item({ row, symbolOf }: { readonly row: ForceRow; readonly symbolOf: SymbolOf }) {
  return (
    <TreeItem
      id={row.key}
      value={row}
      className="force-row"
      textValue={`${row.name}, ${row.note}, ${strengthWords(row.strength)}`}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className="force-line" style={{ paddingLeft: 11 * (level - 1) }}>
            {hasChildItems ? (
              <Button
                slot="chevron"
                className="force-chevron"
                aria-label={`${isExpanded ? 'Close' : 'Open'} ${row.name}`}
              >
                <ChevronRight size={14} aria-hidden />
              </Button>
            ) : (
              <span />
            )}
            <Mark row={row} symbolOf={symbolOf} />
            <span className="force-name" title={row.name}>
              <span>{row.name}</span>
              <span className="force-note">{row.note}</span>
            </span>
            <span className="number" title={strengthWords(row.strength)}>
              {strengthText(row.strength)}
            </span>
            {row.unit ? (
              <Button slot="drag" className="force-handle" aria-label={`Move ${row.name}`}>
                <GripVertical size={14} aria-hidden />
              </Button>
            ) : (
              <span />
            )}
          </div>
        )}
      </TreeItemContent>
      <Collection items={row.children}>
        {(child) => <Item row={child} symbolOf={symbolOf} />}
      </Collection>
    </TreeItem>
  )
}

function Mark({ row, symbolOf }: { readonly row: ForceRow; readonly symbolOf: SymbolOf }) {
  if (row.unit) return <span className="force-symbol">{symbolOf(row.unit)}</span>
  if (!row.zone) return <span />
  return <span className="zone-swatch" style={{ background: `var(--zone-${row.zone.tint})` }} />
}
