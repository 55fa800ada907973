import type { ImportSketch } from '#formats/import/review/sketch.ts'
import { PICTURE, pictureOf } from '#formats/import/review/sketch-picture.ts'

/** Where the rows would lie, before anything comes in: dots and lines on the outlines of the ground. */
export function PlaceSketch(props: {
  readonly sketch: ImportSketch
  readonly ground: ImportSketch['lines']
}) {
  const { ground, lines, points, caption } = pictureOf(props.sketch, props.ground)
  if (props.sketch.placeCount === 0) return null
  const box = `0 0 ${PICTURE.width} ${PICTURE.height}`
  return (
    <figure className="place-sketch">
      <svg viewBox={box} role="img" aria-label={`Map of ${caption}`}>
        <path className="sketch-ground" d={ground} />
        <path className="sketch-lines" d={lines} />
        <path className="sketch-points" d={points} />
      </svg>
      <figcaption className="light">{caption}</figcaption>
    </figure>
  )
}
