import { toldApart } from './told-apart.ts'
import './scenarios.css'

/** A name where room is short: what it shares with those beside it is cut before what tells it apart. */
export function CoaName(props: {
  readonly name: string
  /** Names of all that stand beside it, its own among them. */
  readonly among: readonly string[]
}) {
  const { shared, own } = toldApart(props.name, props.among)
  return (
    <span className="told-apart">
      {shared ? <span className="told-apart-shared">{shared}</span> : null}
      <span className="told-apart-own">{own}</span>
    </span>
  )
}
