/** What every map says of its borders and its sources. */
export function MapNotes(props: {
  readonly isExercise: boolean
  readonly attributions: readonly string[]
}) {
  const use = props.isExercise ? 'exercise' : 'planning'
  const sources = props.attributions.length > 0 ? ` ${props.attributions.join(' · ')}.` : ''
  return (
    <p className="map-notes">
      Boundaries, names and designations are for {use} use and imply no opinion on legal status.
      {sources}
    </p>
  )
}
