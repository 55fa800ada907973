import type { LonLat } from '#core/place.ts'
import type { Project } from '#core/records/project.ts'
import { createPictureMaker } from '#map/picture/map-picture.ts'
import { openMapPort } from '#map/port/map-port.ts'
import { positionAt, shareOf } from '#products/furniture/picture-view.ts'
import { pageScene, shownOf } from '../../../src/app/places/brief/page-scene.ts'
import { anOperation, PLANNING_AT } from '../../support/build.ts'

const CAMERA = { centre: [-9.4, 6.4] as LonLat, zoom: 8.3 }
/** Of the picture's width and height: far from its middle, where a wrong scale shows most. */
const SPOT = [0.84, 0.23] as const

export type PictureSize = {
  readonly widthPixels: number
  readonly heightPixels: number
  readonly pixelRatio: number
  readonly scale: number
}

/** How large a picture came out, and how far its mark lies from where it belongs, in its own pixels. */
async function markOff(size: PictureSize) {
  const camera = { ...CAMERA, zoom: CAMERA.zoom + Math.log2(size.widthPixels / 800) }
  const view = { ...camera, ...size }
  const position = positionAt(view, SPOT)
  const document = anOperation({ projects: [aProject(position)] })
  const facts = { document, columns: new Map(), ground: null, situations: {}, nowAt: PLANNING_AT }
  const map = { scenarioId: 'coa-1', againstScenarioId: null, windowEpochMinutes: null }
  const scene = pageScene(map, facts, { theme: 'light', scale: size.scale })
  const common = { ...size, scene, camera, basemap: null, tiles: null }
  const { signal } = new AbortController()
  const maker = createPictureMaker()
  const startedAt = performance.now()
  const marked = await maker.draw({ ...common, shown: shownOf(['projects']) }, signal)
  const milliseconds = performance.now() - startedAt
  const bare = await maker.draw({ ...common, shown: [] }, signal)
  maker.close()
  const [x, y, count] = centroid(pixels(marked.canvas), pixels(bare.canvas), marked.canvas.width)
  const [right, down] = shareOf(view, position)
  return {
    width: marked.canvas.width,
    height: marked.canvas.height,
    told: marked.told,
    milliseconds,
    markedCount: count,
    offPixels: Math.hypot(x - right * marked.canvas.width, y - down * marked.canvas.height),
  }
}

function pixels(canvas: HTMLCanvasElement): Uint32Array {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
  return new Uint32Array(data.buffer)
}

/** The middle of all pixels that differ, and their number. */
function centroid(a: Uint32Array, b: Uint32Array, width: number): [number, number, number] {
  let [x, y, count] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue
    x += (i % width) + 0.5
    y += Math.floor(i / width) + 0.5
    count += 1
  }
  return [x / count, y / count, count]
}

function aProject(position: LonLat): Project {
  return {
    id: 'well',
    name: 'Well',
    sector: 'water',
    kind: 'qip',
    status: 'active',
    organisation: null,
    position,
    positionErrorMetres: null,
    costUsd: null,
    beneficiaryCount: null,
    startsAt: null,
    endsAt: null,
  }
}

/** Where a map stands, as it says itself: centre, zoom and the positions of its corners. */
async function standing(): Promise<number[]> {
  const container = document.createElement('div')
  Object.assign(container.style, { width: '900px', height: '600px' })
  document.body.append(container)
  return new Promise((resolve) => {
    const open = openMapPort(
      { container, camera: CAMERA, isInteractive: false, label: 'Map' },
      {
        onReady: ({ map }) => {
          const { lng, lat } = map.getCenter()
          const corners = [
            [0, 0],
            [900, 0],
            [900, 600],
            [0, 600],
          ] as [number, number][]
          const places = corners.map((corner) => map.unproject(corner))
          resolve([lng, lat, map.getZoom(), ...places.flatMap((at) => [at.lng, at.lat])])
          open.close()
          container.remove()
        },
        onLost: () => resolve([]),
        onDeckError: () => {},
      },
    )
  })
}

/** What `standing` shall say. */
function reference(): number[] {
  const view = { ...CAMERA, widthPixels: 900, heightPixels: 600 }
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const
  return [...CAMERA.centre, CAMERA.zoom, ...corners.flatMap((corner) => positionAt(view, corner))]
}

const harness = { markOff, standing, reference }
export type Harness = typeof harness
Object.assign(globalThis, { harness })
