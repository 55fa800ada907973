import { column } from '../export-table.ts'
import { type ExportLayer, ROW_ID, registerTables } from './layer.ts'
import { voicePlaceOf } from './voice-place.ts'

/** Meetings with groups of communities; whom a mission speaks to may put them at risk, so it stays with planners. */
export const engagementsLayer: ExportLayer = {
  id: 'engagements',
  title: 'Engagements',
  tablesOf: (source) => {
    const placeOf = voicePlaceOf(source)
    return registerTables(
      source,
      { id: 'engagements', title: 'Engagements', sensitivity: 'high' },
      {
        columns: [
          ROW_ID,
          column('held_at', 'date'),
          column('community_id', 'text', { short: 'comm_id' }),
          column('community', 'text'),
          column('area_id', 'text'),
          column('county', 'text'),
          column('with_whom', 'text'),
          column('participants', 'number', { short: 'attended' }),
          column('women', 'number'),
          column('topic', 'text'),
          column('status', 'text'),
          column('follow_up', 'date'),
          column('summary', 'text', { role: 'detail' }),
        ],
        rows: [...source.contents.document.tables.engagements.values()].map((engagement) => ({
          cells: [
            engagement.id,
            engagement.heldAt,
            ...placeOf(engagement),
            engagement.withWhom,
            engagement.participantCount,
            engagement.womenCount,
            engagement.topic,
            engagement.status,
            engagement.followUpAt,
            engagement.summary || null,
          ],
          geometry: null,
        })),
      },
    )
  },
}
