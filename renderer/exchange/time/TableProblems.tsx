import { useMemo, useState } from 'react'
import { type WorkedProblem, weightOf } from '../../../shared/exchange/time/workedProblem.ts'
import { useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import shared from '../ImportDialog.module.css'

/** Lines drawn at once. */
const PAGE = 100

/** The rows that are not taken in, and those to look at, each with its line and the reason. */
export function TableProblems({ problems }: { readonly problems: readonly WorkedProblem[] }) {
  const { timeImport: words } = useWords()
  const by = useMemo(() => {
    const all = { bad: [], out: [], remark: [] } as Record<ReturnType<typeof weightOf>, WorkedProblem[]>
    for (const problem of problems) all[weightOf(problem)].push(problem)
    return all
  }, [problems])
  return (
    <>
      <Problems problems={by.bad} title={words.badTitle} isOpen />
      <Problems problems={by.out} title={words.outTitle} isOpen={false} />
      <Problems problems={by.remark} title={words.remarkTitle} isOpen={false} />
    </>
  )
}

interface ProblemsProps {
  readonly problems: readonly WorkedProblem[]
  readonly title: (count: number) => string
  readonly isOpen: boolean
}

function Problems({ problems, title, isOpen }: ProblemsProps) {
  const { timeImport: words } = useWords()
  const [shown, setShown] = useState(PAGE)
  if (problems.length === 0) return null
  const sentences: Readonly<Record<string, (params: WorkedProblem['params']) => string>> = words.problem
  return (
    <details className={shared.details} open={isOpen}>
      <summary>{title(problems.length)}</summary>
      <ul className={shared.lines}>
        {problems.slice(0, shown).map(({ line, code, params }) => (
          <li key={`${line} ${code}`}>{words.problemLine(line, sentences[code]?.(params) ?? code)}</li>
        ))}
      </ul>
      {problems.length <= shown ? null : (
        <Button variant="quiet" onPress={() => setShown(shown + PAGE * 10)}>
          {words.showMore(Math.min(PAGE * 10, problems.length - shown))}
        </Button>
      )}
    </details>
  )
}
