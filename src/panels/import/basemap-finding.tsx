import { decimal, grouped, percent } from '#core/figures.ts'
import type { Issue } from '#core/issue.ts'
import type { ArchiveFacts } from '#formats/pmtiles/archive-facts.ts'
import { layersOfRole } from '#formats/pmtiles/layer-roles.ts'
import { Button } from '#ui/widgets/button.tsx'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Progress } from '#ui/widgets/states.tsx'
import { IssueList } from '../issues/issue-list.tsx'

/** A file that can only be a base map, from the drop until it is used. */
export type BasemapFound = {
  readonly status: 'reading' | 'found' | 'refused' | 'keeping'
  readonly fileName: string
  /** Null until it is read, and where it is refused. */
  readonly facts: ArchiveFacts | null
  /** Share of the operation's extent that it covers; null: the operation has no ground yet. */
  readonly coveredShare: number | null
  readonly issues: readonly Issue[]
  /** Of keeping it. */
  readonly progressShare: number
}

const MEGABYTE = 1_000_000

/** What a base map file is and how far it reaches, and the button that takes it. */
export function BasemapFinding(props: {
  readonly found: BasemapFound
  readonly onUse: () => void
}) {
  const { status, fileName, facts, coveredShare, issues, progressShare } = props.found
  return (
    <section className="section import-file">
      <div className="section-head">
        <h3 className="section-title import-name" title={fileName}>
          {fileName}
        </h3>
        <span className="section-aside">PMTiles</span>
      </div>
      {status === 'reading' ? <Progress what={`Reading ${fileName} …`} share={0} /> : null}
      {status === 'keeping' ? (
        <Progress what={`Keeping ${fileName} on this device …`} share={progressShare} />
      ) : null}
      {facts && (status === 'found' || status === 'keeping') ? (
        <div className="import-choices">
          <p className="import-counts basemap-about">
            <StatusMark
              status={coveredShare === null || coveredShare > 0.99 ? 'good' : 'watch'}
              word="can be used"
            />{' '}
            <b>Base map</b>, {zoomsText(facts)}, {sizeText(facts.byteCount)}; covers{' '}
            {coverText(facts, coveredShare)}. {drawnText(facts)}{' '}
            <span className="light">
              {facts.attribution ? `Source: ${facts.attribution}` : 'It names no source.'}
            </span>
          </p>
          <Button look="filled" onPress={props.onUse} isDisabled={status === 'keeping'}>
            Use as base map
          </Button>
        </div>
      ) : null}
      <IssueList issues={issues} />
    </section>
  )
}

/** `84 kB`, `12.3 MB`. */
function sizeText(byteCount: number): string {
  return byteCount < MEGABYTE
    ? `${grouped(byteCount / 1000)} kB`
    : `${decimal(byteCount / MEGABYTE)} MB`
}

function zoomsText({ minZoom, maxZoom }: ArchiveFacts): string {
  return minZoom === maxZoom ? `zoom ${minZoom}` : `zooms ${minZoom}–${maxZoom}`
}

function coverText({ boundsDegrees }: ArchiveFacts, share: number | null): string {
  if (share === null) {
    const [west, south, east, north] = boundsDegrees.map((degrees) => decimal(degrees))
    return `longitude ${west} to ${east}, latitude ${south} to ${north}`
  }
  if (share > 0.99) return 'all of this operation’s ground'
  return `${share < 0.01 ? 'less than 1' : percent(share)} % of this operation’s ground`
}

function drawnText({ tileKind, layerNames }: ArchiveFacts): string {
  if (tileKind === 'raster') return 'Pictures, drawn pale.'
  const named = (
    [
      ['land', 'land'],
      ['water', 'water'],
      ['road', 'roads'],
      ['boundary', 'borders'],
      ['place', 'names'],
    ] as const
  ).flatMap(([role, word]) => (layersOfRole(layerNames, role).length > 0 ? [word] : []))
  return layerNames
    ? `Draws ${named.join(', ')}.`
    : 'It does not list its layers; those known here are drawn.'
}
