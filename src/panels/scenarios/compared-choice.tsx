import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useShallow } from 'zustand/react/shallow'
import { openScenarios } from '#core/document.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { gaveWay } from '#state/compared.ts'
import { useDocument, useRoom, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { ChangedMark } from './changed-notice.tsx'
import { CoaName } from './coa-name.tsx'
import { CoaSheet } from './coa-sheet.tsx'
import { ScenarioPick } from './scenario-pick.tsx'
import {
  proposable,
  useComparedScenarios,
  useSidesAtFirst,
  useToggleCompared,
} from './use-compared.ts'
import './scenarios.css'

/** Names of four together: beyond it the current posture gives way to what tells the others apart. */
const LONG_CHARACTERS = 38

/** Which COAs are compared, and which of them is proposed; one row. */
export function ComparedChoice() {
  useSidesAtFirst()
  const compared = useComparedScenarios()
  const [isListOpen, setListOpen] = useState(false)
  const keys = proposable(compared)
  const names = compared.map(({ name }) => name)
  return (
    <>
      <div className="compared" data-long={names.join('').length > LONG_CHARACTERS || undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of a grid */}
        <div className="compared-chips" role="group" aria-label="COA proposed">
          {compared.map((scenario) =>
            scenario.isBaseline ? (
              <span
                key={scenario.id}
                className="compared-chip"
                data-fixed
                title={`${scenario.name}: always compared`}
              >
                <CoaMark scenario={scenario} /> <CoaName name={scenario.name} among={names} />
                <ChangedMark scenario={scenario} />
              </span>
            ) : (
              <Chip
                key={scenario.id}
                scenario={scenario}
                keyNumber={1 + keys.indexOf(scenario)}
                among={names}
              />
            ),
          )}
        </div>
        <ComparedMenu compared={compared} />
        <Button look="text" onPress={() => setListOpen(true)}>
          COAs …
        </Button>
        <CoaSheet isOpen={isListOpen} onClose={() => setListOpen(false)} />
      </div>
      <GaveWay />
    </>
  )
}

/** Says who left the comparison for the one that is worked on, until that is put away or others are chosen. */
function GaveWay() {
  const document = useDocument((state) => state.document)
  const said = useScreen(
    useShallow((screen) => {
      const gave = gaveWay(document, screen)
      return gave ? [gave.left, gave.came] : []
    }),
  )
  const key = said.map(({ id }) => id).join(' ')
  const [putAway, setPutAway] = useState('')
  const [left, came] = said
  if (!left || !came || putAway === key) return null
  return (
    <p className="coa-notice compared-left" role="status">
      <span>
        {left.name} left the comparison for {came.name}: four go side by side, the current posture
        among them.
      </span>
      <Button look="text" onPress={() => setPutAway(key)}>
        Put away
      </Button>
    </p>
  )
}

/** What the proposed COA is compared with: one of the others beside it. */
export function AgainstPick() {
  const { screen } = useRoom()
  const compared = useComparedScenarios()
  const scenarioId = useScreen((state) => state.scenarioId)
  const againstId = useScreen((state) => state.againstScenarioId)
  const against = compared.find(({ id }) => id === againstId)
  return (
    <ScenarioPick
      label={against ? `${against.name}, the COA compared with` : 'Choose a COA to compare with'}
      value={againstId}
      among={compared.filter(({ id }) => id !== scenarioId)}
      onChange={(id) => screen.setState({ againstScenarioId: id })}
    />
  )
}

function Chip(props: {
  readonly scenario: Scenario
  readonly keyNumber: number
  /** Names of all chips. */
  readonly among: readonly string[]
}) {
  const { scenario, keyNumber } = props
  const { screen } = useRoom()
  const isProposed = useScreen((state) => state.scenarioId === scenario.id)
  return (
    <button
      type="button"
      className="compared-chip"
      aria-pressed={isProposed}
      aria-keyshortcuts={String(keyNumber)}
      title={`${scenario.name}${scenario.title ? `, ${scenario.title}` : ''}: propose it (${keyNumber})`}
      onClick={() => screen.setState({ scenarioId: scenario.id, ownProposalId: null })}
    >
      <CoaMark scenario={scenario} /> <CoaName name={scenario.name} among={props.among} />
      <ChangedMark scenario={scenario} />
    </button>
  )
}

/** Takes COAs in and out; the current posture stays, and a fifth is refused with a sentence. */
function ComparedMenu({ compared }: { readonly compared: readonly Scenario[] }) {
  const open = useDocument((state) => state.document)
  const toggle = useToggleCompared()
  const scenarios = openScenarios(open)
  const chosen = new Set(compared.map(({ id }) => id))
  const baselineIds = scenarios.flatMap(({ id, isBaseline }) => (isBaseline ? [id] : []))
  return (
    <MenuTrigger>
      <AriaButton
        className="button"
        data-look="plain"
        aria-label={`${compared.length} of ${scenarios.length} COAs are compared: choose which`}
      >
        {compared.length} of {scenarios.length} <ChevronDown size={13} aria-hidden />
      </AriaButton>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label="Which COAs are compared"
          selectionMode="multiple"
          selectedKeys={chosen}
          disabledKeys={baselineIds}
          onSelectionChange={(keys) => {
            if (keys === 'all') return
            const turned = scenarios.find(({ id }) => keys.has(id) !== chosen.has(id))
            if (turned) toggle(turned.id)
          }}
        >
          {scenarios.map((scenario) => (
            <MenuItem
              key={scenario.id}
              id={scenario.id}
              className="menu-item compared-item"
              textValue={scenario.name}
            >
              <span>
                <span className="compared-tick" aria-hidden>
                  {chosen.has(scenario.id) ? '✓' : ''}
                </span>
                <CoaMark scenario={scenario} /> {scenario.name}
              </span>
              <span className="menu-note">
                {scenario.isBaseline ? 'always compared' : scenario.title}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
