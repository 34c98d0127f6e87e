import { render } from 'preact';
import { useState } from 'preact/hooks';
function A() { const [n, set] = useState(0); return <b onClick={() => set(n + 1)}>{n}</b>; }
render(<A />, document.getElementById('app')!);
