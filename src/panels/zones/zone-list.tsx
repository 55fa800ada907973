import { Lock, LockOpen } from 'lucide-react'
import type { ZoneStatistics } from '#analysis/zone-statistics.ts'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import { peopleShown, percent } from '#core/figures.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { Zone } from '#core/records/zone.ts'
import { useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'

/** The zones of the scenario on screen: people in each, and how many are within the standard. */
export function ZoneList(props: {
  readonly zones: readonly Zone[]
  readonly statistics: ReadonlyMap<string, ZoneStatistics>
}) {
  const { screen } = useRoom()
  const run = useRun()
  const selectedId = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'zones' ? selection.id : null,
  )
  if (props.zones.length === 0) {
    return (
      <Empty
        action={{ name: 'Draw a zone (P)', onPress: () => screen.setState({ tool: 'polygon' }) }}
      >
        This COA has no zones yet. Draw one on the map: people, need and response are counted as you
        draw.
      </Empty>
    )
  }
  const choose = (zone: Zone) => {
    const [west, south, east, north] = extentOf([zone.outline])
    const width = Math.max(east - west, 1.4 * (north - south), 0.01)
    screen.setState({
      selection: { type: 'row', table: 'zones', id: zone.id },
      flight: {
        centre: [(west + east) / 2, (south + north) / 2],
        zoom: Math.min(11, Math.log2(360 / width) + 0.2),
      },
    })
  }
  return (
    <ul className="zone-list">
      {props.zones.map((zone) => {
        const own = props.statistics.get(zone.id)
        const people = peopleShown(own?.peopleCount ?? Number.NaN)
        const within = own ? own.withinStandardPeopleCount / own.peopleCount : Number.NaN
        return (
          <li key={zone.id} className="zone-row" aria-current={zone.id === selectedId}>
            <Button
              look="icon"
              label={zone.isLocked ? `Unlock ${zone.name}` : `Lock ${zone.name}`}
              onPress={() => run(lockZone, { id: zone.id, isLocked: !zone.isLocked })}
            >
              {zone.isLocked ? <Lock size={14} /> : <LockOpen size={14} />}
            </Button>
            <button type="button" className="zone-name" onClick={() => choose(zone)}>
              <span className="zone-swatch" style={{ background: `var(--zone-${zone.tint})` }} />
              <span className="name" title={zone.name}>
                {zone.name}
              </span>
              <span className="number">
                <Figure {...people} />
              </span>
              <span className="number">
                <Figure value={percent(within)} unit="%" />
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
