import type { ZoneStatistics } from '#analysis/zone-statistics.ts'
import { deleteZone } from '#core/commands/zones/delete-zone.ts'
import { editZone } from '#core/commands/zones/edit-zone.ts'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import type { Zone } from '#core/records/zone.ts'
import { useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Figure, Paper, Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { passSentence, statisticRows } from './statistic-rows.ts'
import { ZoneStrip } from './strip.tsx'

const KINDS: readonly { readonly id: Zone['kind']; readonly name: string }[] = [
  { id: 'sector', name: 'Sector' },
  { id: 'aor', name: 'Area of responsibility' },
  { id: 'patrolBox', name: 'Patrol box' },
]

/** One zone: its name and kind, and what lies in it, counted again at every move of its border. */
export function ZoneSheet(props: {
  readonly zone: Zone
  readonly now: ZoneStatistics | null
  /** Before the border in hand was moved; null while none is in hand. */
  readonly saved: ZoneStatistics | null
  readonly others: readonly ZoneStatistics[]
}) {
  const { zone } = props
  const run = useRun()
  const { screen } = useRoom()
  const isEditing = useScreen((state) => state.tool === 'edit')
  const passes = props.now && props.saved ? passSentence(props.now, props.saved) : null
  const remove = () => {
    if (run(deleteZone, { id: zone.id })) screen.setState({ selection: null, tool: 'select' })
  }
  return (
    <Paper
      title={zone.name}
      about={`${props.others.length} other zones in this COA. Counted on the grid, cells in parts of 1/25.`}
      action={
        <Button onPress={() => run(lockZone, { id: zone.id, isLocked: !zone.isLocked })}>
          {zone.isLocked ? 'Unlock' : 'Lock'}
        </Button>
      }
      foot={
        <>
          <Button
            look="text"
            onPress={remove}
            isDisabled={zone.isLocked}
            hint="Can be undone (Ctrl+Z)"
          >
            Delete zone
          </Button>
          <Button
            look="filled"
            isDisabled={zone.isLocked}
            onPress={() => screen.setState({ tool: isEditing ? 'select' : 'edit' })}
          >
            {isEditing ? 'Done' : 'Move border'}
          </Button>
        </>
      }
    >
      {passes ? <p className="zone-passes">{passes}</p> : null}
      <section className="section zone-fields">
        <NameField
          label="Name"
          value={zone.name}
          isDisabled={zone.isLocked}
          onSettle={(name) => run(editZone, { id: zone.id, fields: { name } })}
        />
        <Pick
          label="Kind of zone"
          choices={KINDS}
          value={zone.kind}
          onChange={(kind) => run(editZone, { id: zone.id, fields: { kind } })}
        />
      </section>
      <Section
        title="Statistics"
        aside={props.saved ? 'now, and against saved' : 'beside the others'}
      >
        {props.now ? (
          <StatisticTable now={props.now} saved={props.saved} others={props.others} />
        ) : (
          <p className="empty">Statistics appear when need and response are worked out.</p>
        )}
      </Section>
    </Paper>
  )
}

/** The rows of one zone or of an outline in hand. */
export function StatisticTable(props: {
  readonly now: ZoneStatistics
  readonly saved: ZoneStatistics | null
  readonly others: readonly ZoneStatistics[]
}) {
  const rows = statisticRows(props.now, props.saved)
  const saved = props.saved ? statisticRows(props.saved, null) : null
  const others = props.others.map((other) => statisticRows(other, null))
  return (
    <dl className="zone-statistics">
      {rows.map((row, i) => (
        <div key={row.id} className="statistic-row">
          <dt>{row.name}</dt>
          <dd className="number">
            <Figure {...row.shown} />
            {row.change ? <span className="statistic-change">{row.change}</span> : null}
          </dd>
          <dd>
            <ZoneStrip
              name={row.name}
              now={row.figure}
              saved={saved?.[i]?.figure ?? null}
              others={others.map((other) => other[i]?.figure ?? Number.NaN)}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
