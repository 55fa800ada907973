import { counted, grouped } from '#core/figures.ts'
import type { ImportChoice } from '#formats/import/import-choice.ts'
import { IMPORT_KINDS } from '#formats/import/kinds/registry.ts'
import type { ImportPlan } from '#formats/import/plan-reading.ts'
import type { TablePreview } from '#formats/import/review/preview.ts'
import type { ImportSketch } from '#formats/import/review/sketch.ts'
import { senderOf } from '#formats/import/sender-of.ts'
import type { MappingTemplate } from '#formats/import/template.ts'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { IssueList } from '../issues/issue-list.tsx'
import { ColumnTable } from './column-table.tsx'
import { PlaceSketch } from './place-sketch.tsx'
import { Questions } from './questions.tsx'
import { SampleRows } from './sample-rows.tsx'
import { TemplateRow } from './template-row.tsx'

const KIND_CHOICES = IMPORT_KINDS.map(({ id, title }) => ({ id, name: title }))

/** One table: what it is taken for, what comes in and what does not, and how to have it read otherwise. */
export function TableFinding(props: {
  readonly plan: ImportPlan
  readonly preview: TablePreview
  readonly ground: ImportSketch['lines']
  /** What a person chose; null: it was told by the columns or by a template. */
  readonly choice: ImportChoice | null
  readonly templates: readonly MappingTemplate[]
  readonly onChoice: (choice: ImportChoice) => void
  readonly onTemplates: (templates: readonly MappingTemplate[]) => void
}) {
  const { plan, preview, templates } = props
  const kind = IMPORT_KINDS.find(({ id }) => id === plan.kind) ?? null
  const found = templates.find(({ name }) => name === preview.template) ?? null
  const isSwapped = props.choice ? props.choice.isSwapped === true : (found?.isSwapped ?? false)
  const answers = props.choice?.answers ?? new Map(found?.answers)
  const read = { kind: plan.kind, mapping: plan.mapping, isSwapped, answers }
  const isPlaced =
    isSwapped || plan.rowsAccepted < plan.rowsRead || preview.sketch.points.length > 0
  const without = (name: string) => templates.filter((template) => template.name !== name)
  const keep = (name: string) => {
    if (!kind) return
    const pairs = { mapping: [...plan.mapping], answers: [...answers] }
    const kept = { name, kind: kind.id, headings: preview.headings, isSwapped, ...pairs }
    props.onTemplates([...without(name), kept])
  }
  return (
    <section className="section import-file">
      <div className="section-head">
        <h3 className="section-title import-name" title={plan.file}>
          {plan.file}
        </h3>
        <span className="section-aside">{plan.format}</span>
      </div>
      <div className="import-body">
        <div className="import-found">
          <ReadAs
            {...{ plan, isSwapped }}
            onKind={(id) => props.onChoice({ kind: id, mapping: new Map(), isSwapped })}
            onSwap={isPlaced ? () => props.onChoice({ ...read, isSwapped: !isSwapped }) : null}
          />
          <Questions
            file={plan.file}
            questions={plan.questions}
            onAnswer={(question, option) => {
              props.onChoice({ ...read, answers: new Map([...answers, [question, option]]) })
            }}
          />
          <IssueList issues={plan.issues} />
          {kind ? (
            <ColumnTable
              {...{ kind, preview }}
              mapping={plan.mapping}
              onMapping={(mapping) => props.onChoice({ ...read, mapping })}
            />
          ) : null}
          <SampleRows preview={preview} mapping={plan.mapping} />
          {kind && plan.rowsAccepted > 0 && plan.mapping.size > 0 ? (
            <TemplateRow
              key={found?.name}
              suggestedName={senderOf(plan.file)}
              found={found?.name ?? null}
              onKeep={keep}
              onForget={(name) => props.onTemplates(without(name))}
            />
          ) : null}
        </div>
        <PlaceSketch sketch={preview.sketch} ground={props.ground} />
      </div>
    </section>
  )
}

function ReadAs(props: {
  readonly plan: ImportPlan
  readonly isSwapped: boolean
  readonly onKind: (kind: string) => void
  /** Null: its rows have no points that could be swapped. */
  readonly onSwap: (() => void) | null
}) {
  const { plan, isSwapped, onSwap } = props
  const { rowsAccepted, rowsRefused, rowsRead } = plan
  return (
    <div className="import-choices">
      <p className="import-counts">
        <StatusMark
          status={rowsAccepted === 0 ? 'bad' : rowsRefused > 0 ? 'watch' : 'good'}
          word={rowsAccepted === 0 ? 'nothing comes in' : 'comes in'}
        />{' '}
        <b>{grouped(rowsAccepted)}</b> of {counted(rowsRead, 'row')} come in
        {rowsRefused > 0 ? `, ${grouped(rowsRefused)} stay out` : ''}
      </p>
      <span className="light">read as</span>
      <Pick
        label={`What ${plan.file} holds`}
        choices={KIND_CHOICES}
        value={plan.kind}
        none="Say what it holds"
        onChange={props.onKind}
      />
      {onSwap ? (
        <Button
          look="text"
          onPress={onSwap}
          hint="For points that land in the wrong part of the world"
        >
          {isSwapped ? 'Latitude and longitude are swapped' : 'Swap latitude and longitude'}
        </Button>
      ) : null}
    </div>
  )
}
