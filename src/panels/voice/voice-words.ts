import { GROUP_NAMES, TOPIC_NAMES } from '#analysis/studies/parts/voice-names.ts'
import type { Engagement, VoiceGroup, VoiceTopic } from '#core/records/engagement.ts'
import type { Grievance } from '#core/records/grievance.ts'

type Choice<T extends string> = { readonly id: T; readonly name: string }

export const ENGAGEMENT_STATUS_CHOICES: readonly Choice<Engagement['status']>[] = [
  { id: 'planned', name: 'Planned' },
  { id: 'held', name: 'Held' },
  { id: 'followUpDue', name: 'Follow-up due' },
  { id: 'closed', name: 'Closed' },
]

export const GRIEVANCE_STATUS_CHOICES: readonly Choice<Grievance['status']>[] = [
  { id: 'open', name: 'Open' },
  { id: 'inProgress', name: 'In progress' },
  { id: 'resolved', name: 'Resolved' },
  { id: 'referred', name: 'Referred' },
]

export const VIA_CHOICES: readonly Choice<NonNullable<Grievance['via']>>[] = [
  { id: 'meeting', name: 'Meeting' },
  { id: 'hotline', name: 'Hotline' },
  { id: 'liaisonAssistant', name: 'Liaison assistant' },
  { id: 'partner', name: 'Partner' },
]

export const GROUP_CHOICES = choicesOf<VoiceGroup>(GROUP_NAMES)
export const TOPIC_CHOICES = choicesOf<VoiceTopic>(TOPIC_NAMES)

function choicesOf<T extends string>(names: Readonly<Record<T, string>>): readonly Choice<T>[] {
  return (Object.keys(names) as T[]).map((id) => ({ id, name: names[id] }))
}
