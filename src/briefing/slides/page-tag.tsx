import type { Page, PageCoa } from '#core/records/page.ts'
import { useDocument } from '#ui/room.tsx'
import { CoaName, CoaSquare, squareOf } from './parts/coa-name.tsx'

/** Which courses of action a page shows, and of when: beside the marking, so that it is never out of sight. */
export function PageTag({ page, isFrozen }: { readonly page: Page; readonly isFrozen: boolean }) {
  const [coa, against] = page.coas
  return (
    <>
      {coa ? <Named coa={coa} isFrozen={isFrozen} /> : null}
      {against ? <span className="wall-window">against {inSentence(against)}</span> : null}
      {page.window ? <span className="wall-window">{page.window}</span> : null}
    </>
  )
}

/** A live one with what it is about; a frozen one as it was called. */
function Named({ coa, isFrozen }: { readonly coa: PageCoa; readonly isFrozen: boolean }) {
  const scenario = useDocument(({ document }) => document.tables.scenarios.get(coa.scenarioId))
  if (scenario && !isFrozen) return <CoaName scenario={scenario} />
  return (
    <span className="coa-name">
      <CoaSquare scenario={squareOf(coa)} />
      <b>{coa.name}</b>
    </span>
  )
}

/** The current posture is no name; a COA is. */
function inSentence({ name, number }: PageCoa): string {
  return number === null ? name.toLowerCase() : name
}
