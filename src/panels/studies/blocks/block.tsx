import type { StudyBlock, StudyPlace, StudyWay } from '#analysis/studies/study.ts'
import { Section } from '#ui/widgets/paper.tsx'
import { CurveChart } from './curve-chart.tsx'
import { IntervalRows } from './interval-rows.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { MonthsChart } from './months-chart.tsx'
import { PlaceTable } from './place-table.tsx'
import { Sentence } from './sentence.tsx'
import { WithinChart } from './within-chart.tsx'

/** One part of an answer, by its type. */
export function Block(props: {
  readonly block: StudyBlock
  readonly onFly: (place: StudyPlace) => void
  readonly onSuppose: (way: StudyWay) => void
}) {
  const { block, onFly, onSuppose } = props
  if (block.type === 'sentence') return <Sentence {...block} />
  return (
    <Section title={block.title}>
      {block.type === 'months' ? <MonthsChart {...block} /> : null}
      {block.type === 'curve' ? <CurveChart {...block} /> : null}
      {block.type === 'within' ? <WithinChart {...block} /> : null}
      {block.type === 'intervals' ? <IntervalRows {...block} onFly={onFly} /> : null}
      {block.type === 'matrix' ? <MatrixTable {...block} /> : null}
      {block.type === 'table' ? (
        <PlaceTable {...block} onFly={onFly} onSuppose={onSuppose} />
      ) : null}
    </Section>
  )
}
