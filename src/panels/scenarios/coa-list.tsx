import { useState } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { OperationDocument } from '#core/document.ts'
import { counted } from '#core/figures.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { useDocument, useScenarioId } from '#ui/room.tsx'
import { useTold } from '#ui/use-told.ts'
import { CoaMark, StatusMark } from '#ui/widgets/marks.tsx'
import { ChangedMark } from './changed-notice.tsx'
import { CoaDetail } from './coa-detail.tsx'
import { type CoaRow, coaTree } from './coa-tree.ts'
import { UnderChip } from './under-chip.tsx'
import './coa-list.css'

/** Every course of action as a tree by what it was branched from, and all of the one that is chosen. */
export function CoaList(props: { readonly startId: string | null; readonly onClose: () => void }) {
  const document = useDocument((state) => state.document)
  const shownId = useScenarioId()
  const [chosenId, setChosenId] = useState(props.startId ?? shownId)
  const { told, tell, run } = useTold()
  const { open, archived } = coaTree(document)
  const scenario = document.tables.scenarios.get(chosenId) ?? open[0]?.scenario
  const choose = (id: string) => {
    tell(null)
    setChosenId(id)
  }
  if (!scenario) return <p className="empty">There is no COA yet.</p>
  return (
    <div className="coas">
      <ListBox
        className="coa-list"
        aria-label="Courses of action"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[scenario.id]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys
          if (id !== undefined) choose(String(id))
        }}
      >
        {open.map((row) => (
          <Row key={row.scenario.id} {...row} />
        ))}
        {archived.length > 0 ? (
          <ListBoxSection>
            <Header className="coa-list-head">Archived</Header>
            {archived.map((each) => (
              <Row key={each.id} scenario={each} depth={0} />
            ))}
          </ListBoxSection>
        ) : null}
      </ListBox>
      <div className="coa-main">
        {told === null ? null : (
          <p className="failed" role="alert">
            <StatusMark status="bad" word="not done" /> {told}
          </p>
        )}
        <CoaDetail
          key={scenario.id}
          scenario={scenario}
          run={run}
          tell={tell}
          onChoose={choose}
          onClose={props.onClose}
        />
      </div>
    </div>
  )
}

function Row({ scenario, depth }: CoaRow) {
  const holds = useDocument(({ document }) => holdsText(document, scenario))
  return (
    <ListBoxItem
      id={scenario.id}
      textValue={scenario.name}
      className="coa-row-item"
      style={{ paddingLeft: 10 + 16 * depth }}
    >
      <span className="coa-row-name">
        <CoaMark scenario={scenario} /> <b>{scenario.name}</b>
        <ChangedMark scenario={scenario} />
      </span>
      {scenario.title ? <span className="coa-row-title">{scenario.title}</span> : null}
      <UnderChip scenarioId={scenario.id} />
      <span className="coa-row-holds">{holds}</span>
    </ListBoxItem>
  )
}

/** What a COA holds of its own: "3 postings, 9 zones, 2 assumptions". */
function holdsText({ tables }: OperationDocument, { id, isBaseline, assumptions }: Scenario) {
  const countIn = (rows: ReadonlyMap<string, { readonly scenarioId: string }>) =>
    [...rows.values()].filter(({ scenarioId }) => scenarioId === id).length
  const parts = [
    ...(isBaseline ? [] : [countOf(countIn(tables.postings), 'posting')]),
    countOf(countIn(tables.zones), 'zone'),
    ...(assumptions?.length ? [counted(assumptions.length, 'assumption')] : []),
  ]
  return parts.join(', ')
}

function countOf(count: number, noun: string): string {
  return count === 0 ? `no ${noun}s` : counted(count, noun)
}
