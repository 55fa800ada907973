import type { ReleaseLevel } from '#core/records/deck.ts'

/** What a product of a level does without, in a line for whoever chooses it. */
export const LEVEL_LEAVES_OUT: Readonly<Record<ReleaseLevel, string>> = {
  internal:
    'For the staff: everything that a wall may show. What people told in confidence is in no briefing.',
  partners:
    'Leaves out live positions, where patrols will go, who reported, and small counts; places are coarser.',
  public:
    'Leaves out all that partners do not see, COAs that are not decided, and single incidents; figures by county.',
}
