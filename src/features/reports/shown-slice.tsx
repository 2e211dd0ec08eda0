import { useEffect, useState } from 'react';
import { Button } from '@/ui/button';

/** People that the page draws at once; the rest of what was read waits for a tap, then the server is asked. */
const AT_ONCE = 30;

/** The first of the rows, and the button that shows more of them. */
export function useShownSlice<Row>(
  rows: readonly Row[],
  /** Another report begins at the top again. */
  of: string,
  next: string | null,
  onMore: (after: string) => void,
) {
  const [count, setCount] = useState(AT_ONCE);
  useEffect(() => setCount(AT_ONCE), [of]);
  const isRest = rows.length > count;
  const showMore = () => {
    setCount(count + AT_ONCE);
    if (!isRest && next !== null) onMore(next);
  };
  return {
    slice: rows.slice(0, count),
    moreButton: (isRest || next !== null) && (
      <Button id="reports-more" look="plain" onTap={showMore}>
        显示更多员工
      </Button>
    ),
  };
}
