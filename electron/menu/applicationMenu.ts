import type { MenuItemConstructorOptions } from 'electron'
import type { MenuWords } from './menuWords.ts'

export interface MenuOptions {
  readonly words: MenuWords
  readonly platform: string
  /** Whether the developer tools can be opened. */
  readonly developer: boolean
  /** Carries out an action of the window by its id. */
  readonly act: (id: string) => void
}

type Item = MenuItemConstructorOptions

/**
 * The application's menu. What the window can do itself is sent to it by the id of its action; its keys are only shown
 * here, since the window knows whether a text is being written (macOS gives them to the menu first, all the same).
 */
export function applicationMenu(options: MenuOptions): Item[] {
  const mac = options.platform === 'darwin'
  return [
    ...(mac ? [appMenu(options)] : []),
    fileMenu(options, mac),
    editMenu(options),
    viewMenu(options),
    goMenu(options),
    ...(mac ? [windowMenu(options)] : []),
    helpMenu(options),
  ]
}

const separator: Item = { type: 'separator' }

function action({ act }: MenuOptions, id: string, label: string, keys?: string): Item {
  const shown = keys === undefined ? {} : { accelerator: keys, registerAccelerator: false }
  return { id, label, ...shown, click: () => act(id) }
}

function appMenu(options: MenuOptions): Item {
  const { words } = options
  return {
    label: 'Headroom',
    submenu: [
      { role: 'about', label: words.about },
      separator,
      action(options, 'go.settings', words.settings, 'CmdOrCtrl+,'),
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      separator,
      { role: 'quit', label: words.quit },
    ],
  }
}

function fileMenu(options: MenuOptions, mac: boolean): Item {
  const { words } = options
  const own: Item[] = [
    action(options, 'session.new', words.newSession),
    action(options, 'session.quick', words.quickAdd),
    action(options, 'calendar.import', words.importCalendar),
    action(options, 'time.import', words.importTime),
    separator,
  ]
  const other: Item[] = [
    action(options, 'go.settings', words.settings, 'CmdOrCtrl+,'),
    separator,
    { role: 'close', label: words.closeWindow },
    { role: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q' },
  ]
  return {
    label: words.file,
    submenu: [...own, ...(mac ? [{ role: 'close', label: words.closeWindow } as Item] : other)],
  }
}

function editMenu(options: MenuOptions): Item {
  const { words } = options
  return {
    label: words.edit,
    submenu: [
      action(options, 'undo', words.undo, 'CmdOrCtrl+Z'),
      action(options, 'redo', words.redo, 'CmdOrCtrl+Shift+Z'),
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
    ],
  }
}

function viewMenu({ words, developer }: MenuOptions): Item {
  const tools: Item[] = [separator, { role: 'toggleDevTools', label: words.developer }]
  return {
    label: words.view,
    submenu: [
      { role: 'resetZoom', label: words.actualSize },
      { role: 'zoomIn', label: words.zoomIn },
      // Where plus is typed with Shift, the key alone enlarges too, as in every browser.
      { role: 'zoomIn', label: words.zoomIn, accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut', label: words.zoomOut },
      separator,
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(developer ? tools : []),
    ],
  }
}

function goMenu(options: MenuOptions): Item {
  const { words } = options
  return {
    label: words.go,
    submenu: [
      action(options, 'week.previous', words.previousWeek),
      action(options, 'week.today', words.thisWeek),
      action(options, 'week.next', words.nextWeek),
      separator,
      action(options, 'go.week', words.week),
      action(options, 'go.horizon', words.horizon),
      action(options, 'go.clients', words.clients),
      action(options, 'go.pipeline', words.pipeline),
      action(options, 'go.invoices', words.invoices),
      action(options, 'go.insights', words.insights),
      separator,
      action(options, 'palette', words.palette, 'CmdOrCtrl+K'),
    ],
  }
}

function windowMenu({ words }: MenuOptions): Item {
  return {
    label: words.window,
    role: 'windowMenu',
    submenu: [
      { role: 'minimize', label: words.minimize },
      { role: 'zoom', label: words.zoom },
      separator,
      { role: 'front', label: words.front },
    ],
  }
}

function helpMenu(options: MenuOptions): Item {
  const { words } = options
  return {
    label: words.help,
    role: 'help',
    submenu: [
      action(options, 'help', words.helpAndGlossary, 'F1'),
      action(options, 'tour', words.tour),
      action(options, 'shortcuts', words.shortcuts),
    ],
  }
}
