import { useState } from 'react'
import { addGrievance } from '#core/commands/grievances/add-grievance.ts'
import { editGrievance } from '#core/commands/grievances/edit-grievance.ts'
import { operationOf } from '#core/document.ts'
import { protectedPlace } from '#core/protected-place.ts'
import type { Grievance } from '#core/records/grievance.ts'
import { runCommand } from '#state/document-store.ts'
import { useRoom } from '#ui/room.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'
import type { NamedPlace } from './place-names.ts'
import { VoiceField, VoicePick } from './voice-field.tsx'
import { dayInstant, dayOf, VoiceForm } from './voice-form.tsx'
import {
  GRIEVANCE_STATUS_CHOICES,
  GROUP_CHOICES,
  TOPIC_CHOICES,
  VIA_CHOICES,
} from './voice-words.ts'

/** Writes down a grievance, or changes what was written. A protected case keeps its county only. */
export function GrievanceForm(props: {
  /** Null: a new one. */
  readonly row: Grievance | null
  readonly onClose: () => void
}) {
  const { row } = props
  const { documents, newId } = useRoom()
  const { document } = documents.getState()
  const [day, setDay] = useState(dayOf(row?.raisedAt ?? operationOf(document).planningAt))
  const [topic, setTopic] = useState(row?.topic ?? 'security')
  const [raisedBy, setRaisedBy] = useState(row?.raisedBy ?? 'localLeaders')
  const [via, setVia] = useState(row?.via ?? null)
  const [status, setStatus] = useState(row?.status ?? 'open')
  const [answered, setAnswered] = useState(dayOf(row?.respondedAt ?? null))
  const [keepUntil, setKeepUntil] = useState(row?.keepUntil ?? '')
  const [summary, setSummary] = useState(row?.summary ?? '')
  const [isProtectedCase, setIsProtectedCase] = useState(row?.isProtectedCase ?? false)
  const save = (place: NamedPlace) => {
    const { communityId, areaId } = isProtectedCase ? protectedPlace(document, place) : place
    const raisedAt = dayInstant(day)
    if (raisedAt === null) return 'Say on which day it was raised.'
    const fields = {
      raisedAt,
      communityId,
      areaId,
      topic,
      raisedBy,
      via,
      status,
      respondedAt: dayInstant(answered),
      summary: summary.trim(),
      isProtectedCase,
      keepUntil: keepUntil === '' ? undefined : keepUntil,
    }
    return row === null
      ? runCommand(documents, addGrievance, { row: { id: newId(), ...fields } })
      : runCommand(documents, editGrievance, { id: row.id, fields })
  }
  return (
    <VoiceForm
      title={row === null ? 'Add a grievance' : 'Grievance'}
      row={row?.isProtectedCase ? protectedPlace(document, row) : row}
      onSave={save}
      onClose={props.onClose}
    >
      <VoiceField label="Raised on" type="date" value={day} onChange={setDay} />
      <VoicePick label="Topic" choices={TOPIC_CHOICES} value={topic} onChange={setTopic} />
      <VoicePick
        label="Raised by"
        choices={GROUP_CHOICES}
        value={raisedBy}
        onChange={setRaisedBy}
      />
      <VoicePick
        label="Received through"
        choices={VIA_CHOICES}
        value={via}
        none="Not told"
        onChange={setVia}
      />
      <VoicePick
        label="Status"
        choices={GRIEVANCE_STATUS_CHOICES}
        value={status}
        onChange={setStatus}
      />
      <VoiceField label="Answered on" type="date" value={answered} onChange={setAnswered} />
      <VoiceField label="Keep until" type="date" value={keepUntil} onChange={setKeepUntil} />
      <VoiceField label="Summary" value={summary} onChange={setSummary} />
      <div className="voice-toggle">
        <Toggle label="Protected case" isOn={isProtectedCase} onChange={setIsProtectedCase}>
          Protected case: sexual violence or a child. In no list, figure or map; only its county is
          kept.
        </Toggle>
      </div>
    </VoiceForm>
  )
}
