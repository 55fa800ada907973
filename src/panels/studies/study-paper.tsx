import { studyOf } from '#analysis/studies/registry.ts'
import type { Study, StudyAnswer, StudyPlace, StudyWay } from '#analysis/studies/study.ts'
import type { Operation } from '#core/records/operation.ts'
import { roadDeniedShock } from '#core/shock-presets.ts'
import { shocksInOrder } from '#core/shocks-of.ts'
import { dateTimeGroup } from '#core/time/dtg.ts'
import { movementOf } from '#state/desk/document-inputs.ts'
import { useDocument, useResults, useRoom, useRun, useScenarioId } from '#ui/room.tsx'
import { Paper } from '#ui/widgets/paper.tsx'
import { Empty, WorkState } from '#ui/widgets/states.tsx'
import { useNewShock } from '../shocks/use-new-shock.ts'
import { VoiceRegister } from '../voice/voice-register.tsx'
import { Block } from './blocks/block.tsx'
import { MethodSheet } from './method-sheet.tsx'
import { SituationTabs } from './situation-tabs.tsx'
import { StudyOptions } from './study-options.tsx'
import { StudyPick } from './study-pick.tsx'
import './studies.css'

/** One question asked of the facts: its map, its figures, and how they came about. */
export function StudyPaper({ studyId, onImport }: StudyPaperProps) {
  const study = studyOf(studyId)
  const document = useDocument((state) => state.document)
  const work = useResults((state) => state.studies[studyId])
  const scenarioId = useScenarioId()
  const situation = useResults((state) => state.situations[scenarioId])
  const { operation } = movementOf({ document }, scenarioId)
  return (
    <Paper
      title={study.title}
      about={
        <>
          {study.question}
          <br />
          {whenOf(study, operation)}
        </>
      }
      action={<StudyPick group={study.group} studyId={studyId} />}
    >
      <SituationTabs />
      <StudyOptions study={study} offers={work?.value?.offers} />
      {work?.value ? (
        <Answer study={study} answer={work.value} isOld={work.status !== 'ready'} />
      ) : (
        <section className="section">
          <WorkState
            work={work ?? situation}
            what={`Working out ${study.title.toLowerCase()}`}
            idle={
              <Empty action={{ name: 'Import data', onPress: onImport }}>
                Nothing is known of the ground yet. Import counties, communities and incidents
                first.
              </Empty>
            }
          />
        </section>
      )}
      {study.group === 'voice' ? <VoiceRegister studyId={study.id} /> : null}
    </Paper>
  )
}

/** Which time the answer is of. */
function whenOf(
  { readsProtected, group }: Study,
  { planningAt, incidentWindowDays }: Operation,
): string {
  const at = dateTimeGroup(planningAt)
  if (readsProtected) return 'The whole record.'
  if (group === 'access') return `As things stand at ${at}.`
  return group === 'voice' ? `Up to ${at}.` : `${incidentWindowDays} days to ${at}.`
}

type AnswerProps = {
  readonly study: Study
  readonly answer: StudyAnswer
  /** Another is on its way. */
  readonly isOld: boolean
}

type StudyPaperProps = { readonly studyId: string; readonly onImport: () => void }

function Answer({ study, answer, isOld }: AnswerProps) {
  const { documents, screen, tell } = useRoom()
  const newShock = useNewShock(useRun())
  const suppose = ({ name, line }: StudyWay) => {
    const contents = roadDeniedShock(name, [{ name, line }])
    const shocks = shocksInOrder(documents.getState().document)
    const isThere = shocks.some((shock) => shock.name === contents.name)
    if (!isThere && !newShock(contents)) return
    tell(
      `The shock “${contents.name}” is ${isThere ? 'there already' : 'added'}. Try a COA under it with Shocks, in the operation’s menu.`,
    )
  }
  const flyTo = ({ position }: StudyPlace) =>
    screen.setState({ flight: { centre: position, zoom: 9 } })
  return (
    <div className="study-answer" data-old={isOld || undefined} aria-busy={isOld}>
      {answer.blocks.map((block, at) => (
        <Block
          key={`${block.type} ${'title' in block ? block.title : at}`}
          block={block}
          onFly={flyTo}
          onSuppose={suppose}
        />
      ))}
      <MethodSheet method={answer.method} datedBy={study.datedBy} />
    </div>
  )
}
