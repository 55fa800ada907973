import { useState } from 'react'
import { type DropItem, DropZone, FileTrigger } from 'react-aria-components'
import { counted } from '#core/figures.ts'
import type { ImportChoice } from '#formats/import/import-choice.ts'
import type { MappingTemplate } from '#formats/import/template.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'
import { Failed, Progress } from '#ui/widgets/states.tsx'
import { IssueList } from '../issues/issue-list.tsx'
import { AskSystem } from './ask-system.tsx'
import { BasemapFinding, type BasemapFound } from './basemap-finding.tsx'
import type { ImportState } from './import-state.ts'
import { TableFinding } from './table-finding.tsx'
import { usePastedRows } from './use-pasted-rows.ts'
import './import.css'

/** Files in, then what each would bring: kind, counts, issues and its first rows; accepting is one step. */
export function ImportPanel(props: {
  readonly state: ImportState
  /** Beside the files with rows; null: none was given. */
  readonly basemap: BasemapFound | null
  readonly onFiles: (files: readonly File[]) => void
  readonly onStop: () => void
  readonly onChoice: (table: string, choice: ImportChoice) => void
  readonly onSystem: (file: string, system: string) => void
  readonly onTemplates: (templates: readonly MappingTemplate[]) => void
  readonly onBasemap: () => void
  readonly onReport: () => void
  readonly onAccept: () => void
}) {
  const { state, basemap } = props
  const isRead = state.read !== null
  usePastedRows(state.files, props.onFiles)
  return (
    <div className="import">
      <FileDrop onFiles={props.onFiles} isSmall={isRead || basemap !== null} />
      {state.status === 'reading' ? (
        <div className="reading">
          <Progress
            what={`Reading ${counted(state.files.length, 'file')} …`}
            share={state.progressShare}
          />
          <Button onPress={props.onStop}>Stop</Button>
        </div>
      ) : null}
      {basemap ? <BasemapFinding found={basemap} onUse={props.onBasemap} /> : null}
      {state.error ? <Failed sentence={state.error} /> : null}
      {isRead ? (
        <>
          <Findings {...props} />
          <AcceptRow state={state} onReport={props.onReport} onAccept={props.onAccept} />
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
        const files = await filesOf(items)
        if (files.length > 0) props.onFiles(files)
      }}
    >
      <p>
        Drop files or folders here: CSV, Excel, GeoJSON, KML, GPX, IATI activities, CAP alerts,
        GeoPackage, GeoParquet, FlatGeobuf or zipped shapefiles about areas, communities,
        deployments, engagements, facilities, grievances, incidents, patrol tracks, projects, roads,
        restrictions, surveys; and a base map as PMTiles. The order does not matter. Rows copied
        from a spreadsheet can be pasted.
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

/** The files among what was dropped, those in folders too; hidden ones are left. */
async function filesOf(items: Iterable<DropItem> | AsyncIterable<DropItem>): Promise<File[]> {
  const files: File[] = []
  for await (const item of items) {
    if (item.kind === 'directory') files.push(...(await filesOf(item.getEntries())))
    if (item.kind === 'file' && !item.name.startsWith('.')) files.push(await item.getFile())
  }
  return files
}

type Answers = Pick<
  Parameters<typeof ImportPanel>[0],
  'state' | 'onChoice' | 'onSystem' | 'onTemplates'
>

function Findings(props: Answers) {
  const { read, systems } = props.state
  if (!read) return null
  const middle = read.ground[0]?.[0] ?? null
  return (
    <>
      {read.issues.length > 0 || systems.size > 0 ? (
        <Section title="About whole files">
          <IssueList issues={read.issues} />
          <AskSystem
            issues={read.issues}
            middle={middle}
            systems={systems}
            onSystem={props.onSystem}
          />
        </Section>
      ) : null}
      {read.outcome.plans.map((plan) => {
        const preview = read.previews.find(({ file }) => file === plan.file)
        return preview ? (
          <TableFinding
            key={plan.file}
            {...{ plan, preview }}
            ground={read.ground}
            choice={props.state.choices.get(plan.file) ?? null}
            templates={props.state.templates}
            onChoice={(choice) => props.onChoice(plan.file, choice)}
            onTemplates={props.onTemplates}
          />
        ) : null
      })}
    </>
  )
}

function AcceptRow({
  state,
  onReport,
  onAccept,
}: {
  readonly state: ImportState
  readonly onReport: () => void
  readonly onAccept: () => void
}) {
  const plans = state.read?.outcome.plans ?? []
  const accepted = plans.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0)
  const idleCount = plans.filter(({ rowsAccepted }) => rowsAccepted === 0).length
  const idle = idleCount > 0 ? ` Nothing comes in yet from ${counted(idleCount, 'table')}.` : ''
  return (
    <div className="import-accept">
      <span className="light">
        {accepted > 0
          ? `One step: Ctrl+Z takes all of it out again.${idle}`
          : 'Nothing can come in as it is.'}
      </span>
      <Button
        onPress={onReport}
        hint="A page with every row that stays out and why: for the file’s sender, or to keep"
      >
        Save report
      </Button>
      <Button
        look="filled"
        onPress={onAccept}
        isDisabled={accepted === 0 || state.status !== 'read'}
      >
        Bring in {counted(accepted, 'row')}
      </Button>
    </div>
  )
}
