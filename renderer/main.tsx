import './withoutEval.ts'
import './theme/base.css'

// Not a static import: its shared chunks, zod's schemas among them, would be evaluated before this file.
void import('./openWindow.tsx')
