import { useMemo } from 'react'
import { zoneStatistics } from '#analysis/zone-statistics.ts'
import { counted, peopleText } from '#core/figures.ts'
import { useScreen } from '#ui/room.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { ProposePanel } from './propose/propose-panel.tsx'
import { useZoneFacts } from './use-zone-facts.ts'
import { useZoneStatistics, useZones } from './use-zones.ts'
import { StatisticTable, ZoneSheet } from './zone-sheet.tsx'
import './zones.css'

/** The right paper of Zones: the selected zone, the outline being drawn, or all zones in short. */
export function ZonesPanel() {
  const isProposing = useScreen((state) => state.isZoneProposalOpen && !state.zonePreview)
  return isProposing ? <ProposePanel /> : <DrawnZones />
}

function DrawnZones() {
  const zones = useZones()
  const statistics = useZoneStatistics(zones)
  const facts = useZoneFacts()
  const preview = useScreen((state) => state.zonePreview)
  const selectedId = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'zones' ? selection.id : null,
  )
  const inHand = useMemo(
    () => (facts && preview?.outline[0] ? zoneStatistics(facts, preview.outline) : null),
    [facts, preview],
  )
  const zone = zones.find(({ id }) => id === (preview?.zoneId ?? selectedId))
  const others = [...statistics].filter(([id]) => id !== zone?.id).map(([, own]) => own)
  if (preview && preview.zoneId === null) {
    return (
      <Paper
        title="New zone"
        about="Enter or a press on the first corner finishes; Esc takes the last corner back."
      >
        <Section title="Inside so far" aside="counted as you draw">
          {inHand ? (
            <StatisticTable now={inHand} saved={null} others={others} />
          ) : (
            <p className="empty">Three corners make a zone.</p>
          )}
        </Section>
      </Paper>
    )
  }
  if (!zone) return <NoZone zoneCount={zones.length} people={peopleOf(statistics)} />
  const saved = statistics.get(zone.id) ?? null
  return (
    <ZoneSheet
      key={zone.id}
      zone={zone}
      now={inHand ?? saved}
      saved={inHand ? saved : null}
      others={others}
    />
  )
}

function NoZone({ zoneCount, people }: { readonly zoneCount: number; readonly people: string }) {
  return (
    <Paper
      title="Zones"
      about="Deployment zones of this COA: sectors, areas of responsibility, patrol boxes."
    >
      <Section title="Nothing selected">
        <Empty>
          {zoneCount === 0
            ? 'Draw the first zone with the buttons on the left or the key P. While you draw, people, need, response and incidents inside it are counted here.'
            : `${counted(zoneCount, 'zone')} with ${people} people. Press one in the list or on the map to see what lies in it and to move its border.`}
        </Empty>
      </Section>
    </Paper>
  )
}

function peopleOf(statistics: ReadonlyMap<string, { readonly peopleCount: number }>): string {
  return peopleText([...statistics.values()].reduce((sum, zone) => sum + zone.peopleCount, 0))
}
