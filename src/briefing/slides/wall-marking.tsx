import type { ReactNode } from 'react'
import { operationOf } from '#core/document.ts'
import { markingText } from '#core/marking.ts'
import { packText } from '#products/pack/pack-text.ts'
import { useDocument } from '#ui/room.tsx'

/** The marking, at the top and the bottom of every slide; nothing on a slide can take it away. */
export function WallMarking(props: {
  readonly edge: 'top' | 'bottom'
  /** At the top: what the slide shows. */
  readonly tag?: ReactNode
  /** "Releasable to partners": for whom the slide is, where that is not the room's own staff; null: not said. */
  readonly release?: string | null
  /** At the bottom: what the wall leaves out; null: nothing. */
  readonly note?: string | null
}) {
  const operation = useDocument((state) => operationOf(state.document))
  // The line at the bottom of a pack says it already.
  const release = operation.pack && props.edge === 'bottom' ? null : props.release
  const legal = [packText(operation), 'Boundaries imply no legal opinion']
    .filter((part) => part !== null)
    .join(' · ')
  return (
    <div className="wall-marking" data-edge={props.edge}>
      <b>
        {markingText(operation)}
        {release ? <span className="wall-release"> · {release}</span> : null}
      </b>
      {props.edge === 'top' ? (
        <span className="wall-tag">
          {props.tag}
          <span className="wall-operation">{operation.name}</span>
        </span>
      ) : (
        <span className="wall-legal">
          {props.note ? <span>{props.note} ·</span> : null}
          <span>{legal}</span>
        </span>
      )}
    </div>
  )
}
