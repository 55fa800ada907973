import type { ReactNode } from 'react'
import { BALANCE_MEASURES } from '#analysis/zones/balance-measures.ts'
import type { ZoneWish } from '#planner/zoning/zone-wish.ts'
import { Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Segment } from '#ui/widgets/segment.tsx'
import { Toggle } from '#ui/widgets/toggle.tsx'

const KINDS = [
  { id: 'sector', name: 'Sector' },
  { id: 'aor', name: 'AOR' },
  { id: 'patrolBox', name: 'Patrol box' },
] as const
const SHARES = [
  { id: 'equal', name: 'As much' },
  { id: 'strength', name: 'By strength' },
] as const
const BLOCKS = [
  { id: 'cells', name: 'Cells' },
  { id: 'districts', name: 'Districts' },
] as const
const EFFORTS = [
  { id: 'quick', name: 'Quick' },
  { id: 'normal', name: 'Normal' },
  { id: 'thorough', name: 'Thorough' },
] as const

/** How ground is to be shared out. */
export function WishRows({
  wish,
  onWish,
}: {
  readonly wish: ZoneWish
  readonly onWish: (fields: Partial<ZoneWish>) => void
}) {
  return (
    <Section title="How ground is shared out">
      <Row name="Balance by">
        <Pick
          label="Balance by"
          choices={BALANCE_MEASURES}
          value={wish.measureId}
          onChange={(measureId) => onWish({ measureId })}
        />
      </Row>
      <Row name="Kind of zone" note="locked ones of it keep their ground">
        <Segment
          label="Kind of zone"
          choices={KINDS}
          value={wish.kind}
          onChange={(kind) => onWish({ kind })}
        />
      </Row>
      {wish.measureId === 'workload' ? (
        <Row name="Each base carries" note="journeys from it, by need and by the minutes there">
          what its troops can put out
        </Row>
      ) : (
        <Row name="Each base carries" note="as much as any other, or by its strength">
          <Segment
            label="Each base carries"
            choices={SHARES}
            value={wish.shareBy}
            onChange={(shareBy) => onWish({ shareBy })}
          />
        </Row>
      )}
      <Row name="Blocks" note="what a zone has whole or not at all">
        <Segment
          label="Blocks"
          choices={BLOCKS}
          value={wish.blocks}
          onChange={(blocks) => onWish({ blocks })}
        />
      </Row>
      <Row name="Keep to county lines" note="a county is divided only among bases in it">
        <Toggle
          label="Keep to county lines"
          isOn={wish.keepsCounties}
          onChange={(keepsCounties) => onWish({ keepsCounties })}
        />
      </Row>
      <Row name="Effort">
        <Segment
          label="Effort"
          choices={EFFORTS}
          value={wish.effort}
          onChange={(effort) => onWish({ effort })}
        />
      </Row>
    </Section>
  )
}

function Row(props: {
  readonly name: string
  readonly note?: string
  readonly children: ReactNode
}) {
  return (
    <div className="propose-row">
      <span>
        {props.name}
        {props.note ? <span className="propose-note">{props.note}</span> : null}
      </span>
      {props.children}
    </div>
  )
}
