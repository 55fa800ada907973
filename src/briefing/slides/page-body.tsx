import type { Page } from '#core/records/page.ts'
import type { Slide } from '#core/records/slide.ts'
import { bodyPlan, type PlacedBlock, type Sizes, sizesOf } from './blocks/body-plan.ts'
import { Chart } from './blocks/chart/chart-block.tsx'
import { FrozenMap, LiveMap } from './blocks/map-block.tsx'
import { Numbers } from './blocks/numbers-block.tsx'
import { Points } from './blocks/points-block.tsx'
import { Table } from './blocks/table-block.tsx'
import { Paragraphs } from './blocks/text-block.tsx'
import { withKeys } from './blocks/with-keys.ts'
import { Missing } from './parts/missing.tsx'
import type { BodyRoom, SlideFacts } from './slide-facts.ts'
import './blocks/blocks.css'

export type PageBodyProps = {
  readonly page: Page
  readonly kind: Slide['kind']
  /** What it does not say, in a sentence; null: it says all. */
  readonly missing: string | null
  readonly facts: SlideFacts
  readonly room: BodyRoom
  /** Of its map, as it was frozen; undefined: the page is live. */
  readonly picture: string | null | undefined
}

/** The blocks of a page between headline and footer; where there are none, why. */
export function PageBody({ page, kind, missing, facts, room, picture }: PageBodyProps) {
  const plan = bodyPlan(page.blocks, room)
  const { map, numbers, stack, stackWidthRem, left } = plan
  if (!map && !numbers && stack.length === 0) return <Missing>{missing ?? ''}</Missing>
  const isPending = numbers !== null && numbers.numbers.length === 0
  const stacked = stack.length > 0 && (
    <Stack stack={stack} widthRem={stackWidthRem} left={left} room={room} kind={kind} />
  )
  const numbersRem = map && stack.length > 0 ? room.bodyHeightRem / 2 : room.bodyHeightRem
  const panel = numbers && (
    <PanelNumbers isPending={isPending} missing={missing}>
      <Numbers numbers={numbers.numbers} heightRem={numbersRem} frame={room.frame} />
    </PanelNumbers>
  )
  const hasPanel = panel !== null || (map !== null && stacked !== false)
  return (
    <div className="wall-page" data-panel={hasPanel || undefined}>
      {map ? (
        picture === undefined ? (
          <LiveMap
            block={map}
            headline={page.headline}
            facts={facts}
            room={room}
            hasPanel={hasPanel}
            missing={isPending ? null : missing}
          />
        ) : (
          <FrozenMap block={map} picture={picture} room={room} />
        )
      ) : (
        stacked || <div />
      )}
      {map && stacked ? (
        <div className="wall-panel">
          {panel}
          {stacked}
        </div>
      ) : (
        panel
      )}
    </div>
  )
}

/** The numbers; while they are worked out, that they are. */
function PanelNumbers(props: {
  readonly isPending: boolean
  readonly missing: string | null
  readonly children: React.ReactNode
}) {
  if (!props.isPending) return props.children
  return <Missing>{props.missing ?? 'There are no numbers to show.'}</Missing>
}

function Stack(props: {
  readonly stack: readonly PlacedBlock[]
  readonly widthRem: number
  readonly left: string | null
  readonly room: BodyRoom
  readonly kind: Slide['kind']
}) {
  const { stack, widthRem, left, room } = props
  const sizes = sizesOf(room.frame)
  return (
    <div className="wall-stack" data-kind={props.kind} style={{ fontSize: `${sizes.textRem}rem` }}>
      {withKeys(stack, ({ block }) => block.type).map(({ key, item: placed }) => (
        <div
          key={key}
          className="wall-stacked"
          data-type={placed.block.type}
          style={{ height: `${placed.heightRem}rem` }}
        >
          <Stacked placed={placed} widthRem={widthRem} sizes={sizes} room={room} />
        </div>
      ))}
      {left === null ? null : <p className="wall-more wall-left">{left}</p>}
    </div>
  )
}

function Stacked(props: {
  readonly placed: PlacedBlock
  readonly widthRem: number
  readonly sizes: Sizes
  readonly room: BodyRoom
}) {
  const { placed, widthRem, sizes, room } = props
  const { block, lineCount, heightRem } = placed
  const common = { lineCount, widthRem, sizes }
  switch (block.type) {
    case 'points':
      return <Points block={block} {...common} />
    case 'table':
      return <Table block={block} {...common} />
    case 'chart':
      return <Chart block={block} widthRem={widthRem} heightRem={heightRem} frame={room.frame} />
    case 'text':
      return <Paragraphs block={block} heightRem={heightRem} widthRem={widthRem} />
  }
}
