import { Lock, LockOpen } from 'lucide-react'
import { memo, useEffect, useMemo, useState } from 'react'
import type { ZoneStatistics } from '#analysis/zones/zone-statistics.ts'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import { peopleShown, percent } from '#core/figures.ts'
import { extentOf } from '#core/geo/polygon.ts'
import type { Zone } from '#core/records/zone.ts'
import { useRoom, useRun, useScreen } from '#ui/room.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Empty } from '#ui/widgets/states.tsx'
import { loadStatus } from './figures/statistic-specs.ts'
import { flightTo } from './fly-to.ts'
import type { StatisticsById } from './use-zones.ts'

/** The zones of the scenario on screen: people in each, and its workload; a border in hand counts as it is. */
export function ZoneList(props: {
  readonly zones: readonly Zone[]
  readonly saved: StatisticsById
  readonly inHand: StatisticsById
}) {
  const { screen } = useRoom()
  const { zones, saved, inHand } = props
  const selectedId = useScreen(({ selection }) =>
    selection?.type === 'row' && selection.table === 'zones' ? selection.id : null,
  )
  const depths = useMemo(() => depthsOf(zones), [zones])
  const portions = usePortions(zones)
  if (zones.length === 0) {
    return (
      <Empty
        action={{ name: 'Draw a zone (P)', onPress: () => screen.setState({ tool: 'polygon' }) }}
      >
        This COA has no zones yet. Draw one on the map: people, need and response are counted as you
        draw.
      </Empty>
    )
  }
  return (
    <ul className="zone-list">
      {portions.map((portion) => {
        const [first] = portion
        return (
          <ZoneRows
            key={first!.id}
            zones={portion}
            depths={depths}
            saved={saved}
            inHand={portion.some(({ id }) => inHand.has(id)) ? inHand : NONE_IN_HAND}
            selectedId={portion.some(({ id }) => id === selectedId) ? selectedId : null}
          />
        )
      })}
    </ul>
  )
}

const INDENT_PIXELS = 10

/** Parents stand before what lies in them. */
function depthsOf(zones: readonly Zone[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  for (const { id, parentId } of zones) depths.set(id, 1 + (depths.get(parentId ?? '') ?? -1))
  return depths
}

const NONE_IN_HAND: StatisticsById = new Map()

/** A portion of the list; it stays while none of its zones is in hand. */
const ZoneRows = memo(function ZoneRows(props: {
  readonly zones: readonly Zone[]
  /** How many zones each lies in, by id. */
  readonly depths: ReadonlyMap<string, number>
  readonly saved: StatisticsById
  readonly inHand: StatisticsById
  readonly selectedId: string | null
}) {
  const { zones, depths, saved, inHand, selectedId } = props
  return zones.map((zone) => (
    <ZoneRow
      key={zone.id}
      zone={zone}
      own={inHand.get(zone.id) ?? saved.get(zone.id) ?? null}
      isSelected={zone.id === selectedId}
      depth={depths.get(zone.id) ?? 0}
    />
  ))
})

const PORTION_ROWS = 60

/** The list in portions: the first is there at once, the others come one a frame, so that none waits. */
function usePortions(zones: readonly Zone[]): readonly (readonly Zone[])[] {
  const [shown, setShown] = useState(1)
  const portions = useMemo(
    () =>
      Array.from({ length: Math.ceil(zones.length / PORTION_ROWS) }, (_, i) =>
        zones.slice(i * PORTION_ROWS, (i + 1) * PORTION_ROWS),
      ),
    [zones],
  )
  useEffect(() => {
    if (shown >= portions.length) return
    const frame = requestAnimationFrame(() => setShown(shown + 1))
    return () => cancelAnimationFrame(frame)
  }, [shown, portions])
  return portions.slice(0, shown)
}

/** Drawn anew only when its own zone or figures change: there may be hundreds of it. */
const ZoneRow = memo(function ZoneRow(props: {
  readonly zone: Zone
  /** Null: not counted yet. */
  readonly own: ZoneStatistics | null
  readonly isSelected: boolean
  /** How many zones it lies in, one in the other. */
  readonly depth: number
}) {
  const { zone, own } = props
  const { screen } = useRoom()
  const run = useRun()
  const people = peopleShown(own?.peopleCount ?? Number.NaN)
  const load = own?.workloadShare ?? Number.NaN
  const status = loadStatus(load)
  const isWaiting = !own?.travel
  const lock = zone.isLocked ? `Unlock ${zone.name}` : `Lock ${zone.name}`
  const choose = () => {
    screen.setState({
      selection: { type: 'row', table: 'zones', id: zone.id },
      flight: flightTo(extentOf([zone.outline])),
    })
  }
  return (
    <li className="zone-row" aria-current={props.isSelected}>
      <button
        type="button"
        className="button"
        data-look="icon"
        aria-label={lock}
        title={lock}
        onClick={() => run(lockZone, { id: zone.id, isLocked: !zone.isLocked })}
      >
        {zone.isLocked ? <Lock size={14} /> : <LockOpen size={14} />}
      </button>
      <button
        type="button"
        className="zone-name"
        style={{ paddingInlineStart: `${INDENT_PIXELS * props.depth}px` }}
        onClick={choose}
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
})
