import { type ReactNode, useState } from 'react'
import { GROUP_NAMES, TOPIC_NAMES } from '#analysis/studies/parts/voice-names.ts'
import { editEngagement } from '#core/commands/engagements/edit-engagement.ts'
import { editGrievance } from '#core/commands/grievances/edit-grievance.ts'
import type { Engagement } from '#core/records/engagement.ts'
import type { Grievance } from '#core/records/grievance.ts'
import { useDocument, useRun } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { EngagementForm } from './engagement-form.tsx'
import { GrievanceForm } from './grievance-form.tsx'
import { placeLabel } from './place-names.ts'
import { ENGAGEMENT_STATUS_CHOICES, GRIEVANCE_STATUS_CHOICES } from './voice-words.ts'
import './voice.css'

const FIRST_COUNT = 6

/** What was heard and whom we met, the latest first; protected cases are not in it. */
export function VoiceRegister({ isMetFirst = false }: { readonly isMetFirst?: boolean }) {
  return (
    <>
      {isMetFirst ? <Engagements /> : null}
      <Grievances />
      {isMetFirst ? null : <Engagements />}
    </>
  )
}

function Grievances() {
  const document = useDocument((state) => state.document)
  const run = useRun()
  const [open, setOpen] = useState<Grievance | 'new' | null>(null)
  const rows = [...document.tables.grievances.values()]
    .filter(({ isProtectedCase }) => !isProtectedCase)
    .sort((a, b) => (a.raisedAt < b.raisedAt ? 1 : -1))
  return (
    <Register title="Latest grievances" noun="grievance" onAdd={() => setOpen('new')}>
      {rows.map((row) => (
        <Row
          key={row.id}
          day={row.raisedAt}
          what={`${TOPIC_NAMES[row.topic]} · ${GROUP_NAMES[row.raisedBy]}`}
          place={placeLabel(document, row)}
          summary={row.summary}
          onOpen={() => setOpen(row)}
        >
          <Pick
            label={`Status of the grievance of ${row.raisedAt.slice(0, 10)}`}
            choices={GRIEVANCE_STATUS_CHOICES}
            value={row.status}
            onChange={(status) => run(editGrievance, { id: row.id, fields: { status } })}
          />
        </Row>
      ))}
      {open === null ? null : (
        <GrievanceForm row={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Register>
  )
}

function Engagements() {
  const document = useDocument((state) => state.document)
  const run = useRun()
  const [open, setOpen] = useState<Engagement | 'new' | null>(null)
  const rows = [...document.tables.engagements.values()].sort((a, b) =>
    a.heldAt < b.heldAt ? 1 : -1,
  )
  return (
    <Register title="Latest engagements" noun="engagement" onAdd={() => setOpen('new')}>
      {rows.map((row) => (
        <Row
          key={row.id}
          day={row.heldAt}
          what={`${GROUP_NAMES[row.withWhom]} · ${TOPIC_NAMES[row.topic]}`}
          place={placeLabel(document, row)}
          summary={row.summary}
          onOpen={() => setOpen(row)}
        >
          <Pick
            label={`Status of the engagement of ${row.heldAt.slice(0, 10)}`}
            choices={ENGAGEMENT_STATUS_CHOICES}
            value={row.status}
            onChange={(status) => run(editEngagement, { id: row.id, fields: { status } })}
          />
        </Row>
      ))}
      {open === null ? null : (
        <EngagementForm row={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Register>
  )
}

/** A list of which the first are shown; the last child is the form that is open, if one is. */
function Register(props: {
  readonly title: string
  readonly noun: string
  readonly onAdd: () => void
  readonly children: readonly [readonly ReactNode[], ReactNode]
}) {
  const [rows, form] = props.children
  const [isWhole, setIsWhole] = useState(false)
  const moreCount = rows.length - FIRST_COUNT
  return (
    <Section
      title={props.title}
      aside={
        <Button look="text" label={`Add ${props.noun}`} onPress={props.onAdd}>
          Add
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="study-none">None on record. Add one, or import a table of them.</p>
      ) : (
        <ul className="voice-rows">{isWhole ? rows : rows.slice(0, FIRST_COUNT)}</ul>
      )}
      {moreCount > 0 ? (
        <Button look="text" onPress={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${moreCount} more`}
        </Button>
      ) : null}
      {form}
    </Section>
  )
}

function Row(props: {
  readonly day: string
  readonly what: string
  readonly place: string
  readonly summary: string
  readonly onOpen: () => void
  readonly children: ReactNode
}) {
  return (
    <li className="voice-row">
      <button type="button" className="study-place" title={props.summary} onClick={props.onOpen}>
        {props.what}
        <span className="voice-where">
          {props.day.slice(0, 10)} · {props.place || 'nowhere named'}
        </span>
      </button>
      {props.children}
    </li>
  )
}
