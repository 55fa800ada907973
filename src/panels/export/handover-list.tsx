import { grouped } from '#core/figures.ts'
import type { HandedOver } from '#core/records/handed-over.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { whatLeft, whomFor } from '#formats/export/handovers.ts'
import { Button } from '#ui/widgets/button.tsx'
import { Section } from '#ui/widgets/paper.tsx'

const SHOWN = 50

/** Every file that left the operation from this browser or before it came here, the latest first. */
export function HandoverList(props: {
  readonly handed: readonly HandedOver[]
  /** Hands the list out as a file, which is one more line of it. */
  readonly onSave: () => void
}) {
  const { handed } = props
  return (
    <Section
      title="What left this operation"
      aside={
        handed.length > 0 ? (
          <Button look="text" onPress={props.onSave}>
            Save this list (CSV)
          </Button>
        ) : null
      }
    >
      <p className="export-note">
        For planners. Kept on this device and in the operation file; no undo takes a line out.
      </p>
      {handed.length === 0 ? (
        <p className="export-note">Nothing has left yet.</p>
      ) : (
        <ol className="handovers">
          {handed.slice(0, SHOWN).map((one) => (
            <Line key={one.id} handed={one} />
          ))}
        </ol>
      )}
      {handed.length > SHOWN ? (
        <p className="export-note">
          {grouped(handed.length - SHOWN)} earlier ones are in the list.
        </p>
      ) : null}
    </Section>
  )
}

function Line({ handed }: { readonly handed: HandedOver }) {
  const { at, by, format, rowCount, label, fileName, sha256 } = handed
  const rows = rowCount === null ? '' : ` · ${grouped(rowCount)} rows`
  return (
    <li className="handover" title={`SHA-256 ${sha256}`}>
      <bdi dir="ltr" className="mono">
        {dateTimeGroup(at)}
      </bdi>
      <span className="handover-what">{whatLeft(handed)}</span>
      <span>{whomFor(handed)}</span>
      <span className="handover-label">{label}</span>
      <span className="handover-file">
        {by} · {fileName} · {format}
        {rows} · {sha256.slice(0, 12)}
      </span>
    </li>
  )
}
