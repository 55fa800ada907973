import type { VoiceGroup, VoiceTopic } from '#core/records/engagement.ts'

export const GROUP_NAMES: Readonly<Record<VoiceGroup, string>> = {
  localLeaders: 'Local leaders',
  women: 'Women',
  youth: 'Youth',
  civilSociety: 'Civil society',
  religiousLeaders: 'Religious leaders',
  displaced: 'Displaced',
  security: 'Security forces',
  mixed: 'Mixed',
  other: 'Other',
}

export const TOPIC_NAMES: Readonly<Record<VoiceTopic, string>> = {
  security: 'Security',
  land: 'Land',
  services: 'Services',
  conductOfForces: 'Conduct of forces',
  compensation: 'Compensation',
  humanRights: 'Human rights',
  other: 'Other',
}
