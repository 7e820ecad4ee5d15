import { Component, type ErrorInfo, type ReactNode } from 'react'
import { exportAll, startAgain } from '../data/dataActs.ts'
import { reportFault } from '../state/report.ts'
import { wordsNow } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface Props {
  readonly children: ReactNode
  /** A change of it, such as another screen, tries again. */
  readonly resetBy?: string
}

/**
 * Keeps a fault in one screen from taking the window. The plan lives outside of React and in main, where every
 * acknowledged change is already on disk: drawing again loses nothing.
 */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    const error = fault instanceof Error ? fault : new Error(String(fault))
    error.stack = `${error.stack ?? ''}\n${info.componentStack ?? ''}`
    reportFault(error)
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.resetBy !== this.props.resetBy) this.setState({ failed: false })
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    const { app, data } = wordsNow()
    return (
      <div role="alert">
        <EmptyState
          icon="warning"
          title={app.faultTitle}
          text={app.faultText}
          actions={
            <>
              <Button variant="primary" onPress={() => this.setState({ failed: false })}>
                {app.tryAgain}
              </Button>
              <Button onPress={() => void exportAll()}>{data.exportFile}</Button>
              <Button onPress={() => void startAgain(true)}>{data.safe.enter}</Button>
            </>
          }
        />
      </div>
    )
  }
}
