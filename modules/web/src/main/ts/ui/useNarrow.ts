import { useEffect, useState } from 'preact/hooks';

/** Whether the window is at most so many pixels wide. */
export function useNarrow(pixels: number): boolean {
  const [list] = useState(() => matchMedia(`(max-width: ${pixels}px)`));
  const [narrow, setNarrow] = useState(list.matches);
  useEffect(() => {
    const onChange = () => setNarrow(list.matches);
    list.addEventListener('change', onChange);
    return () => list.removeEventListener('change', onChange);
  }, [list]);
  return narrow;
}
