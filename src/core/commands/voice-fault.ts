import { contactIn } from '../contact-text.ts'
import type { OperationDocument } from '../document.ts'

/** What engagements and grievances have in common: a community or an area, and a text about no one. */
export function voiceFault(
  { tables }: OperationDocument,
  row: {
    readonly communityId: string | null
    readonly areaId: string | null
    readonly summary: string
  },
): string | null {
  const { communityId, areaId, summary } = row
  if (communityId === null && areaId === null) return 'Say in which community or county it was.'
  if (communityId !== null && !tables.communities.has(communityId)) {
    return 'That community is no longer there.'
  }
  if (areaId !== null && !tables.areas.has(areaId)) return 'That county is no longer there.'
  const contact = contactIn(summary)
  return contact === null
    ? null
    : `The summary holds ${contact}; take it out: nobody may be found by it.`
}
