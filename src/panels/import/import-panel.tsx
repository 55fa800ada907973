import { useState } from 'react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { counted, grouped } from '#core/figures.ts'
import { IMPORT_KINDS } from '#formats/import/kinds/registry.ts'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Pick } from '#ui/widgets/pick.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { IssueList } from '../issues/issue-list.tsx'
import type { ImportState } from './import-state.ts'
import { SampleRows } from './sample-rows.tsx'
import './import.css'

const KIND_CHOICES = [
  { id: 'guess', name: 'Tell by the columns' },
  ...IMPORT_KINDS.map(({ id, title }) => ({ id, name: title })),
]

/** Files in, then what each would bring: kind, counts, issues and its first rows; accepting is one step. */
export function ImportPanel(props: {
  readonly state: ImportState
  readonly onFiles: (files: readonly File[]) => void
  readonly onKind: (kind: string | null) => void
  readonly onSwap: (isSwapped: boolean) => void
  readonly onAccept: () => void
}) {
  const { state } = props
  const isRead = state.read !== null
  return (
    <div className="import">
      <FileDrop onFiles={props.onFiles} isSmall={isRead} />
      {state.status === 'reading' ? (
        <Progress
          what={`Reading ${counted(state.files.length, 'file')} …`}
          share={state.progressShare}
        />
      ) : null}
      {state.error ? <Failed sentence={state.error} /> : null}
      {isRead && state.status === 'read' ? (
        <>
          <div className="import-choices">
            <span className="light">What they hold</span>
            <Pick
              label="Kind of data"
              choices={KIND_CHOICES}
              value={state.kind ?? 'guess'}
              onChange={(kind) => props.onKind(kind === 'guess' ? null : kind)}
            />
            <Button
              onPress={() => props.onSwap(!state.isSwapped)}
              hint="For points that land in the wrong part of the world"
            >
              {state.isSwapped ? 'Latitude and longitude swapped' : 'Swap latitude and longitude'}
            </Button>
          </div>
          <Findings state={state} />
          <AcceptRow state={state} onAccept={props.onAccept} />
        </>
      ) : null}
    </div>
  )
}

function FileDrop(props: {
  readonly onFiles: (files: readonly File[]) => void
  readonly isSmall: boolean
}) {
  const [isOver, setOver] = useState(false)
  return (
    <DropZone
      className="drop"
      data-small={props.isSmall || undefined}
      data-over={isOver || undefined}
      aria-label="Drop files here"
      onDropEnter={() => setOver(true)}
      onDropExit={() => setOver(false)}
      onDrop={async ({ items }) => {
        setOver(false)
        const files = items.filter((item) => item.kind === 'file')
        props.onFiles(await Promise.all(files.map((item) => item.getFile())))
      }}
    >
      <p>
        Drop CSV, Excel, GeoJSON, KML, GPX, GeoPackage, GeoParquet, FlatGeobuf or zipped shapefiles
        here: areas, communities, deployments, incidents, patrol tracks, projects, roads,
        restrictions, surveys. The order does not matter.
      </p>
      <FileTrigger
        allowsMultiple
        onSelect={(list) => {
          if (list) props.onFiles([...list])
        }}
      >
        <Button onPress={() => {}}>Choose files</Button>
      </FileTrigger>
    </DropZone>
  )
}

function Findings({ state }: { readonly state: ImportState }) {
  const read = state.read
  if (!read) return null
  return (
    <>
      {read.issues.length > 0 ? (
        <Section title="Files that were not read whole">
          <IssueList issues={read.issues} />
        </Section>
      ) : null}
      {read.outcome.plans.map((plan) => {
        const preview = read.previews.find(({ file }) => file === plan.file)
        const title = IMPORT_KINDS.find(({ id }) => id === plan.kind)?.title ?? 'kind not told'
        return (
          <section key={plan.file} className="section import-file">
            <div className="section-head">
              <h3 className="section-title import-name" title={plan.file}>
                {plan.file}
              </h3>
              <span className="section-aside">
                {plan.format} · {title}
              </span>
            </div>
            <p className="import-counts">
              <StatusMark
                status={plan.rowsAccepted === 0 ? 'bad' : plan.rowsRefused > 0 ? 'watch' : 'good'}
                word={plan.rowsAccepted === 0 ? 'nothing comes in' : 'comes in'}
              />{' '}
              <b>{grouped(plan.rowsAccepted)}</b> of {counted(plan.rowsRead, 'row')} come in
              {plan.rowsRefused > 0 ? `, ${grouped(plan.rowsRefused)} stay out` : ''}
            </p>
            <IssueList issues={plan.issues} />
            {preview ? <SampleRows preview={preview} mapping={plan.mapping} /> : null}
          </section>
        )
      })}
    </>
  )
}

function AcceptRow({
  state,
  onAccept,
}: {
  readonly state: ImportState
  readonly onAccept: () => void
}) {
  const plans = state.read?.outcome.plans ?? []
  const accepted = plans.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0)
  return (
    <div className="import-accept">
      <span className="light">
        {accepted > 0
          ? 'One step: Ctrl+Z takes all of it out again.'
          : 'Nothing can come in as it is.'}
      </span>
      <Button look="filled" onPress={onAccept} isDisabled={accepted === 0}>
        Bring in {counted(accepted, 'row')}
      </Button>
    </div>
  )
}
