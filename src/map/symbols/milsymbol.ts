import type { DrawInstruction, SymbolOptions, Symbol as SymbolType } from 'milsymbol'

/** The part of milsymbol that its own types leave out. */
export type DrawnSymbol = SymbolType & {
  readonly drawInstructions: Instructions
  readonly canvasDraw: (context: CanvasRenderingContext2D, instructions: Instructions) => void
}
export type Instructions = readonly (DrawInstruction | Instructions)[]

type MakeSymbol = (options: SymbolOptions) => DrawnSymbol

let loaded: MakeSymbol | null = null
let loading: Promise<MakeSymbol> | null = null

/** Makes APP-6 symbols; null until it has been loaded: 200 kB that the first map does not wait for. */
export function symbolMaker(): MakeSymbol | null {
  return loaded
}

/** Loads milsymbol once. After a failure the next call tries again. */
export function loadSymbolMaker(): Promise<MakeSymbol> {
  loading ??= import('milsymbol').then(
    ({ default: milsymbol }) => {
      loaded = (options) => new milsymbol.Symbol(options) as DrawnSymbol
      return loaded
    },
    (error) => {
      loading = null
      throw error
    },
  )
  return loading
}
