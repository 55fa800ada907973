import type { ScreenStore } from '#state/screen-store.ts'
import { TABLE_KINDS } from './registry.ts'

/** Opens the drawer of tables: on a kind, else on that of what is selected, else on what the place
 * is about, else as it was left. */
export function openTable(screen: ScreenStore, kindId: string | null = null): void {
  const { place, zonesTab, selection, tables } = screen.getState()
  const table = selection?.type === 'row' ? selection.table : 'incidents'
  const ofSelection = selection ? TABLE_KINDS.find(({ id }) => id === table)?.id : undefined
  const ofZones = zonesTab === 'forces' ? 'units' : 'zones'
  const ofPlace = place === 'zones' ? ofZones : place === 'plan' ? 'postings' : undefined
  const hasMap = place !== 'compare' && place !== 'brief'
  screen.setState({
    ...(hasMap ? {} : { place: 'situation' }),
    tables: { ...tables, isOpen: true, kindId: kindId ?? ofSelection ?? ofPlace ?? tables.kindId },
  })
}

export function closeTable(screen: ScreenStore): void {
  screen.setState(({ tables }) => ({ tables: { ...tables, isOpen: false } }))
}

/** F6: opens the drawer, or closes it. */
export function toggleTable(screen: ScreenStore): void {
  const { place, tables } = screen.getState()
  const isSeen = tables.isOpen && place !== 'compare' && place !== 'brief'
  if (isSeen) closeTable(screen)
  else openTable(screen)
}
