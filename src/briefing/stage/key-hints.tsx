const HINTS = [
  ['← →', 'slides'],
  ['P', 'pause'],
  ['B', 'black'],
  ['F', 'freeze'],
  ['S', 'presenter'],
  ['C', 'screen'],
] as const

/** What the keys do, and a way out without a key, for as long as the pointer is seen. */
export function KeyHints({ onLeave }: { readonly onLeave: () => void }) {
  return (
    <div className="stage-hints">
      {HINTS.map(([key, does]) => (
        <span key={key}>
          <b>{key}</b> {does}
        </span>
      ))}
      <button type="button" onClick={onLeave}>
        <b>Esc</b> Leave the wall
      </button>
    </div>
  )
}
