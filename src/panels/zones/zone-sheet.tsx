import { memo, type ReactNode } from 'react'
import { deleteZone } from '#core/commands/zones/delete-zone.ts'
import { editZone } from '#core/commands/zones/edit-zone.ts'
import { lockZone } from '#core/commands/zones/lock-zone.ts'
import { ZONE_KIND_NAMES } from '#core/record-names.ts'
import { ZONE_KINDS, type Zone } from '#core/records/zone.ts'
import { useRoom, useRun, useScreen } from '#ui/room.tsx'
import { Button } from '#ui/widgets/button.tsx'
import { NameField } from '#ui/widgets/name-field.tsx'
import { Paper, Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { BorderActions } from './draw/border-actions.tsx'
import { ZoneBonds } from './draw/zone-bonds.tsx'
import { passBetweenSentence, passSentence } from './figures/statistic-rows.ts'
import type { ZoneColumn } from './figures/statistic-table.tsx'
import { StatisticsSection } from './figures/statistics-section.tsx'
import type { StatisticsById } from './use-zones.ts'
import { WithinSection } from './within-section.tsx'

const KINDS = ZONE_KINDS.map((id) => ({ id, name: ZONE_KIND_NAMES[id] }))

/** One zone: its name and kind, and what lies in it, counted again at every move of its border. */
export function ZoneSheet(props: {
  readonly zone: Zone
  /** All of its COA. */
  readonly zones: readonly Zone[]
  readonly about: string
  /** The zone, and the one whose border moves along; none until figures are there. */
  readonly columns: readonly ZoneColumn[]
  readonly others: StatisticsById
  /** As saved, of all of its COA. */
  readonly statistics: StatisticsById
  /** What stands under the figures: the bound, the problems. */
  readonly children: ReactNode
}) {
  const { zone, columns } = props
  const run = useRun()
  const { screen } = useRoom()
  const isEditing = useScreen((state) => state.tool === 'edit')
  const [own, other] = columns
  const passes = passesText(own, other)
  const remove = () => {
    if (run(deleteZone, { id: zone.id })) screen.setState({ selection: null, tool: 'select' })
  }
  return (
    <Paper
      title={other ? `Border ${own!.name} – ${other.name}` : zone.name}
      about={props.about}
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
      <BorderActions zone={zone} zones={props.zones} />
      {passes ? <p className="zone-passes">{passes}</p> : null}
      <StatisticsSection columns={columns} others={props.others} />
      <WithinSection zone={zone} zones={props.zones} statistics={props.statistics} />
      {props.children}
      <ZoneFields zone={zone} zones={props.zones} />
    </Paper>
  )
}

/** Stays as it is while the border moves. */
const ZoneFields = memo(function ZoneFields({
  zone,
  zones,
}: {
  readonly zone: Zone
  readonly zones: readonly Zone[]
}) {
  const run = useRun()
  return (
    <Section title="Name, kind and ties">
      <div className="zone-fields">
        <NameField
          key={zone.id}
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
      </div>
      <ZoneBonds zone={zone} zones={zones} />
    </Section>
  )
})

function passesText(own: ZoneColumn | undefined, other: ZoneColumn | undefined): string | null {
  if (!own?.saved) return null
  if (!other?.saved) return passSentence(own.now, own.saved)
  return passBetweenSentence({ ...own, saved: own.saved }, { ...other, saved: other.saved })
}
