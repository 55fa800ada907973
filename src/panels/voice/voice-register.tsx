import { type ReactNode, useMemo, useState } from 'react'
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
import { ProtectedCases } from './protected-cases.tsx'
import { ENGAGEMENT_STATUS_CHOICES, GRIEVANCE_STATUS_CHOICES } from './voice-words.ts'
import './voice.css'

const FIRST_COUNT = 6
const PAGE_COUNT = 50

/** What was heard and whom we met, the latest first; protected cases are not in it. */
export function VoiceRegister({ studyId = '' }: { readonly studyId?: string }) {
  const isMetFirst = studyId === 'engagement'
  return (
    <>
      {isMetFirst ? <Engagements /> : null}
      <Grievances hasTableAbove={studyId === 'grievances'} />
      {isMetFirst ? null : <Engagements />}
    </>
  )
}

function Grievances({ hasTableAbove }: { readonly hasTableAbove: boolean }) {
  const document = useDocument((state) => state.document)
  const { grievances } = document.tables
  const run = useRun()
  const [open, setOpen] = useState<Grievance | 'new' | null>(null)
  const [isProtectedOpen, setIsProtectedOpen] = useState(false)
  const rows = useMemo(
    () =>
      latestFirst(
        [...grievances.values()].filter(({ isProtectedCase }) => !isProtectedCase),
        ({ raisedAt }) => raisedAt,
      ),
    [grievances],
  )
  return (
    <Register
      title="Latest grievances"
      noun="grievance"
      note={`For planners: names communities${hasTableAbove ? '; the table above is what others may see' : ''}.`}
      rows={rows}
      onAdd={() => setOpen('new')}
      rowOf={(row) => (
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
      )}
    >
      <Button look="text" onPress={() => setIsProtectedOpen(true)}>
        Protected cases …
      </Button>
      <ProtectedCases isOpen={isProtectedOpen} onClose={() => setIsProtectedOpen(false)} />
      {open === null ? null : (
        <GrievanceForm row={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Register>
  )
}

function Engagements() {
  const document = useDocument((state) => state.document)
  const { engagements } = document.tables
  const run = useRun()
  const [open, setOpen] = useState<Engagement | 'new' | null>(null)
  const rows = useMemo(
    () => latestFirst([...engagements.values()], ({ heldAt }) => heldAt),
    [engagements],
  )
  return (
    <Register
      title="Latest engagements"
      noun="engagement"
      note="For planners: names communities."
      rows={rows}
      onAdd={() => setOpen('new')}
      rowOf={(row) => (
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
      )}
    >
      {open === null ? null : (
        <EngagementForm row={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Register>
  )
}

function latestFirst<T>(rows: readonly T[], instantOf: (row: T) => string): readonly T[] {
  return [...rows].sort((a, b) => {
    const [one, other] = [instantOf(a), instantOf(b)]
    return one < other ? 1 : one > other ? -1 : 0
  })
}

/** A list of which the first are shown, then a page more at a time; the child is the form that is open. */
function Register<T>(props: {
  readonly title: string
  readonly noun: string
  readonly note: string
  readonly rows: readonly T[]
  readonly rowOf: (row: T) => ReactNode
  readonly onAdd: () => void
  readonly children: ReactNode
}) {
  const { rows } = props
  const [shownCount, setShownCount] = useState(FIRST_COUNT)
  const moreCount = rows.length - shownCount
  return (
    <Section
      title={props.title}
      aside={
        <Button look="text" label={`Add ${props.noun}`} onPress={props.onAdd}>
          Add
        </Button>
      }
    >
      <p className="voice-note">{props.note}</p>
      {rows.length === 0 ? (
        <p className="study-none">None on record. Add one, or import a table of them.</p>
      ) : (
        <ul className="voice-rows">{rows.slice(0, shownCount).map(props.rowOf)}</ul>
      )}
      {moreCount > 0 ? (
        <Button look="text" onPress={() => setShownCount(shownCount + PAGE_COUNT)}>
          {`Show ${Math.min(PAGE_COUNT, moreCount)} more`}
        </Button>
      ) : null}
      {shownCount > FIRST_COUNT ? (
        <Button look="text" onPress={() => setShownCount(FIRST_COUNT)}>
          Show fewer
        </Button>
      ) : null}
      {props.children}
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
