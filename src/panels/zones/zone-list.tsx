import { Lock, LockOpen } from 'lucide-react'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import { peopleShown, percent } from '#core/figures.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { Zone } from '#core/records/zone.ts'
import { useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { flightTo } from './fly-to.ts'
import { loadStatus } from './statistic-specs.ts'
import type { StatisticsById } from './use-zones.ts'

/** The zones of the scenario on screen: people in each, and its workload; a border in hand counts as it is. */
export function ZoneList(props: {
  readonly zones: readonly Zone[]
  readonly statistics: StatisticsById
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
    screen.setState({
      selection: { type: 'row', table: 'zones', id: zone.id },
      flight: flightTo(extentOf([zone.outline])),
    })
  }
  return (
    <ul className="zone-list">
      {props.zones.map((zone) => {
        const own = props.statistics.get(zone.id)
        const people = peopleShown(own?.peopleCount ?? Number.NaN)
        const load = own?.workloadShare ?? Number.NaN
        const status = loadStatus(load)
        const isWaiting = !own?.travel
        return (
          <li key={zone.id} className="zone-row" aria-current={zone.id === selectedId}>
            <Button
              look="icon"
              label={zone.isLocked ? `Unlock ${zone.name}` : `Lock ${zone.name}`}
              onPress={() => run(lockZone, { id: zone.id, isLocked: !zone.isLocked })}
            >
              {zone.isLocked ? <Lock size={14} /> : <LockOpen size={14} />}
            </Button>
            <button
              type="button"
              className="zone-name"
              style={{ paddingInlineStart: `${INDENT_PIXELS * depthOf(props.zones, zone)}px` }}
              onClick={() => choose(zone)}
            >
              <span className="zone-swatch" style={{ background: `var(--zone-${zone.tint})` }} />
              <span className="name" title={zone.name}>
                {zone.name}
              </span>
              <span className="number">
                <Figure {...people} />
              </span>
              <span className="number">
                {status ? <StatusMark status={status} /> : null}{' '}
                <Figure value={isWaiting ? '…' : percent(load)} unit={load >= 0 ? '%' : ''} />
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

const INDENT_PIXELS = 10

/** How many zones a zone lies in, one in the other. */
function depthOf(zones: readonly Zone[], { parentId }: Zone): number {
  const parent = parentId === null ? undefined : zones.find(({ id }) => id === parentId)
  return parent ? 1 + depthOf(zones, parent) : 0
}
