import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button as AriaButton, Input, SearchField } from 'react-aria-components'
import { counted } from '#core/figures.ts'
import { allNodes } from '#core/trees.ts'
import { useDocument, useRoom, useScenarioId, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { ScenarioPick } from '../scenarios/scenario-pick.tsx'
import {
  commandRows,
  type ForceRow,
  idIn,
  matchingRows,
  NONE_KEY,
  openAtFirst,
  unitKey,
  zoneKey,
  zoneRows,
} from './force-rows.ts'
import { ForceTree, type SymbolOf } from './force-tree.tsx'
import { useForceActions } from './use-force-actions.ts'
import { useForceNow } from './use-force-now.ts'
import './forces.css'

type View = 'command' | 'zone'

const VIEWS = [
  { id: 'command', name: 'By command' },
  { id: 'zone', name: 'By zone' },
] as const

/** Task organisation: who commands whom, or who answers for which zone, with strengths rolled up. */
export function ForcesLeft({ symbolOf }: { readonly symbolOf: SymbolOf }) {
  const { screen } = useRoom()
  const [view, setView] = useState<View>('command')
  const [text, setText] = useState('')
  const scenarioId = useScenarioId()
  const rows = useRows(view)
  const shown = useMemo(() => matchingRows(rows, text), [rows, text])
  const { units, otherCount } = useForceNow()
  const unitCount = units.size
  const { add, reasonNotToAdd } = useForceActions()
  const foundCount = allNodes(shown).filter(({ unit }) => unit !== null).length
  return (
    <div className="forces-left">
      <div className="forces-head">
        <Segment label="Tree" choices={VIEWS} value={view} onChange={setView} />
        {view === 'zone' ? (
          <ScenarioPick
            label="COA whose zones are shown"
            value={scenarioId}
            onChange={(id) => screen.setState({ scenarioId: id })}
          />
        ) : null}
        <SearchField
          className="forces-search"
          aria-label="Find a unit"
          value={text}
          onChange={setText}
        >
          <Input className="field-input" placeholder="Find a unit, base or zone" />
          <AriaButton className="forces-clear" aria-label="Clear">
            <X size={14} aria-hidden />
          </AriaButton>
        </SearchField>
        <div className="forces-count">
          <span role="status">
            {text.trim() === ''
              ? counted(unitCount, 'unit')
              : `${foundCount} of ${counted(unitCount, 'unit')}`}
          </span>
          <span className="light">people, with all below</span>
        </div>
        {otherCount > 0 ? (
          <p className="light">{`${counted(otherCount, 'unit')} of other times: see the table (F6).`}</p>
        ) : null}
      </div>
      {unitCount === 0 ? (
        <Empty>
          {otherCount === 0
            ? 'No unit is known yet. Import units and bases, or add the first one with the button below.'
            : 'No unit is here at the planning time.'}
        </Empty>
      ) : (
        <Grown
          key={view}
          view={view}
          rows={shown}
          isSearched={text.trim() !== ''}
          symbolOf={symbolOf}
        />
      )}
      <div className="paper-foot">
        <Button onPress={add} isDisabled={reasonNotToAdd !== null} hint={reasonNotToAdd}>
          Add unit
        </Button>
      </div>
    </div>
  )
}

function useRows(view: View) {
  const { units, bases } = useForceNow()
  const zones = useDocument((state) => state.document.tables.zones)
  const scenarioId = useScenarioId()
  return useMemo(
    () =>
      view === 'command'
        ? commandRows({ units, bases })
        : zoneRows({ units, bases, zones }, scenarioId),
    [view, units, bases, zones, scenarioId],
  )
}

/** The tree as a person has opened it; where something is sought, all of it is open. */
function Grown(props: {
  readonly view: View
  readonly rows: readonly ForceRow[]
  readonly isSearched: boolean
  readonly symbolOf: SymbolOf
}) {
  const { view, rows } = props
  const { screen } = useRoom()
  const actions = useForceActions()
  const [opened, setOpened] = useState(() => openAtFirst(rows))
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const selectedKey = useScreen(({ selection }) => {
    if (selection?.type !== 'row') return null
    if (selection.table === 'units') return unitKey(selection.id)
    return selection.table === 'zones' ? zoneKey(selection.id) : null
  })
  const selected =
    selectedKey === null
      ? new Set<string>()
      : marked.has(selectedKey)
        ? marked
        : new Set([selectedKey])
  const select = (keys: ReadonlySet<string>) => {
    setMarked(keys)
    const last = [...keys].at(-1) ?? ''
    const unitId = idIn(last, 'unit')
    const zoneId = idIn(last, 'zone')
    const id = unitId ?? zoneId
    screen.setState({
      selection: id ? { type: 'row', table: unitId ? 'units' : 'zones', id } : null,
    })
  }
  const move = (unitIds: readonly string[], toKey: string) => {
    const isDone =
      view === 'command'
        ? actions.move(unitIds, toKey === NONE_KEY ? null : idIn(toKey, 'unit'))
        : actions.assign(unitIds, actions.zoneAt(toKey))
    if (isDone) setOpened((keys) => new Set([...keys, toKey]))
  }
  return (
    <ForceTree
      label={view === 'command' ? 'Task organisation' : 'Who answers for which zone'}
      rows={rows}
      symbolOf={props.symbolOf}
      openKeys={props.isSearched ? new Set(allNodes(rows).map(({ key }) => key)) : opened}
      onOpen={setOpened}
      selectedKeys={selected}
      onSelect={select}
      onMove={move}
    />
  )
}
