import { useLayoutEffect, useRef } from 'react'
import styles from '../WeekGrid.module.css'
import { type BlockKind, type Drawn, drawBlocks } from './drawBlocks.ts'

/**
 * The sessions of a cell or of a day, one element with one text node each. They are written by `drawBlocks`, not by
 * React: a component, a fiber and a comparison for each of a thousand would cost more than the blocks.
 */
export function Blocks<B>({ kind, blocks }: { readonly kind: BlockKind<B>; readonly blocks: readonly B[] }) {
  const parent = useRef<HTMLDivElement>(null)
  const drawn = useRef<readonly Drawn<B>[]>([])
  useLayoutEffect(() => {
    if (parent.current !== null) drawn.current = drawBlocks(parent.current, kind, drawn.current, blocks)
  }, [kind, blocks])
  return <div ref={parent} className={styles.blocks} />
}
