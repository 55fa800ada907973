import type { JobName } from './catalog.ts'
import type { Piece } from './in-pieces.ts'

/** What the page says to a worker. */
export type JobRequest =
  | { readonly type: 'run'; readonly name: JobName; readonly input: unknown }
  | { readonly type: 'keepGround'; readonly ground: unknown }
  | Piece
  | { readonly type: 'stop' }

/** What a worker says to the page. */
export type JobReply =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'interim'; readonly value: unknown }
  | { readonly type: 'done'; readonly output: unknown }
  | { readonly type: 'failed'; readonly message: string }
