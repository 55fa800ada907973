import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { Button } from '#ui/widgets/button.tsx'
import { MenuButton } from '#ui/widgets/menu-button.tsx'
import './compare-foot.css'

/** What a comparison can leave as. */
export type ComparisonFormat = 'xlsx' | 'csv'

const FORMATS = [
  { id: 'xlsx', name: 'Excel workbook' },
  { id: 'csv', name: 'CSV tables, zipped' },
] as const satisfies readonly { readonly id: ComparisonFormat; readonly name: string }[]

/** Where the comparison goes on to: the briefing, or a file. */
export function CompareFoot(props: {
  /** Null: figures are not there yet. */
  readonly matrix: Matrix | null
  /** A file is being written. */
  readonly isWriting: boolean
  readonly onBrief: () => void
  readonly onExport: (format: ComparisonFormat) => void
}) {
  const { matrix, isWriting } = props
  return (
    <div className="compare-foot">
      <span className="light">
        {matrix ? 'Leaves marked, for planners, without counts of under 5 people' : ''}
      </span>
      <MenuButton
        label="Export comparison"
        text={isWriting ? 'Writing …' : 'Export'}
        isDisabled={matrix === null || isWriting}
        actions={FORMATS}
        onAction={props.onExport}
      />
      <Button onPress={props.onBrief}>Add to briefing</Button>
    </div>
  )
}
