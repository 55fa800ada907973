import type { SourceKind } from './shock-sources.ts'

/** What a kind of source is called where a shock is made of it, and where it is added to one. */
export const SOURCE_NAMES: Readonly<
  Record<SourceKind, { readonly make: string; readonly add: string }>
> = {
  bridge: { make: 'Bridge out …', add: 'Add a bridge out' },
  road: { make: 'Road denied …', add: 'Add a road denied' },
  base: { make: 'Base lost …', add: 'Add a base lost' },
  restrictions: { make: 'Copy of restrictions …', add: 'Copy restrictions' },
}
