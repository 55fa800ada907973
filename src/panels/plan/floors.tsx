import { useMemo } from 'react'
import { needMetByCounty } from '#analysis/compare/need-met.ts'
import { editOperation } from '#core/commands/operation/edit-operation.ts'
import { operationOf } from '#core/document.ts'
import { percent } from '#core/figures.ts'
import { useDocument, useResults, useRun } from '#ui/room.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { type CountyShare, FloorStrip } from './floor-strip.tsx'
import { SettingRow } from './setting-row.tsx'

/** No county is to fall under the floor; dots say where each stands. */
export function Floors({ scenarioId }: { readonly scenarioId: string }) {
  const { floorShare } = useDocument((state) => operationOf(state.document))
  const ground = useResults((state) => state.ground.value)
  const situation = useResults((state) => state.situations[scenarioId]?.value ?? null)
  const plan = useResults((state) => state.plan.value)
  const run = useRun()
  const counties = useMemo<readonly CountyShare[]>(() => {
    if (plan) {
      return plan.unmet.map(({ name, coveredShare, shortfallShare }) => ({
        name,
        share: coveredShare,
        isShort: shortfallShare > 0,
      }))
    }
    if (!ground || !situation) return []
    return needMetByCounty(ground, situation).map(({ name, share }) => ({
      name,
      share,
      isShort: share < floorShare,
    }))
  }, [plan, ground, situation, floorShare])
  const worst = counties.filter(({ isShort }) => isShort).sort((a, b) => a.share - b.share)[0]
  return (
    <Section
      title="Floors"
      aside={plan ? 'need covered by this plan' : 'need met today, by county'}
    >
      <SettingRow
        name="Each county at least"
        value={floorShare}
        min={0}
        max={1}
        step={0.05}
        show={(share) => ({ value: percent(share), unit: '%' })}
        onSettle={(share) => run(editOperation, { fields: { floorShare: share } })}
      />
      {counties.length > 0 ? <FloorStrip counties={counties} floorShare={floorShare} /> : null}
      {worst ? (
        <p className="floor-note">
          <StatusMark status="watch" word="under the floor" /> {worst.name} is under the floor, at{' '}
          {percent(worst.share)} %.
        </p>
      ) : null}
    </Section>
  )
}
