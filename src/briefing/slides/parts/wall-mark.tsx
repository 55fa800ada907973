/** A status by its shape, and its colour: ▲ watch, ■ bad. */
export function WallMark({ status }: { readonly status: 'watch' | 'bad' }) {
  return (
    <svg className="wall-mark" viewBox="0 0 10 10" role="img" aria-label={status}>
      {status === 'watch' ? (
        <path d="M5 .6 9.7 9.4H.3z" fill="var(--watch)" />
      ) : (
        <rect x=".6" y=".6" width="8.8" height="8.8" fill="var(--bad)" />
      )}
    </svg>
  )
}
