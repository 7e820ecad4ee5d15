/** Words of the window's frame: navigation, actions, messages that any screen can show. */
export const app = {
  name: 'Headroom',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  delete: 'Delete',
  undo: 'Undo',
  nothingFound: 'Nothing found',
  notDone: 'That could not be done. Nothing was changed.',
  durationHelp: 'Please write a length such as 1:30, 90 or 1 h 30.',
  moneyHelp: 'Please write an amount such as 1240.50.',
}
