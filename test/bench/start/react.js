import { createElement, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** The least window made with React. */
function App() {
  const [count, setCount] = useState(0)
  return createElement(
    'button',
    { 'data-drawn': '', type: 'button', onClick: () => setCount(count + 1) },
    `Count ${count}`,
  )
}

createRoot(document.getElementById('root')).render(createElement(App))
