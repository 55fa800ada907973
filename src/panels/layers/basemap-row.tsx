import { counted } from '#core/figures.ts'
import type { ArchiveFacts } from '#formats/pmtiles/archive-facts.ts'
import { Button } from '#ui/widgets/button.tsx'

/** The base map that a person brought along: whose it is, and the way to be rid of it. */
export function BasemapRow(props: {
  readonly facts: ArchiveFacts
  /** It covers other ground than this operation, and nothing is drawn of it. */
  readonly isElsewhere: boolean
  readonly damagedTileCount: number
  readonly onRemove: () => void
}) {
  const { facts, isElsewhere, damagedTileCount } = props
  return (
    <section className="basemap-row" aria-label="Base map">
      <h3 className="layer-group">Base map</h3>
      <div className="basemap-name">
        <span className="name" title={facts.fileName}>
          {facts.name}
        </span>
        <Button look="text" onPress={props.onRemove} hint="Takes it off this device">
          Remove
        </Button>
      </div>
      <p className="light">
        {facts.attribution || 'It names no source.'} · zooms {facts.minZoom}–{facts.maxZoom}
      </p>
      {isElsewhere ? <p>Not drawn: it covers other ground than this operation.</p> : null}
      {damagedTileCount > 0 ? (
        <p>{counted(damagedTileCount, 'tile')} could not be read; their places stay empty.</p>
      ) : null}
    </section>
  )
}

/** One that was kept here and can no longer be read. */
export function BasemapLost(props: { readonly fileName: string; readonly onRemove: () => void }) {
  return (
    <section className="basemap-row" aria-label="Base map">
      <h3 className="layer-group">Base map</h3>
      <div className="basemap-name">
        <span className="name">{props.fileName}</span>
        <Button look="text" onPress={props.onRemove}>
          Forget
        </Button>
      </div>
      <p>This device can no longer read it. Import the file again to have it back.</p>
    </section>
  )
}
